package alvh.planner.line;

import java.util.List;

import alvh.planner.market.ContractRules;
import alvh.planner.money.Price;
import alvh.planner.money.PriceIncrements;
import alvh.planner.plan.PriceLadder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LaddersTest {
    private static final PriceIncrements VIX = ContractRules.fallbackIncrements("VIX");

    @Test
    void theDemosCallClimbsFromThirtyFivePercentToTheCollar() {
        // 0.68 x 0.76: mid 0.72, half 0.04: 0.734 and 0.744
        assertThat(buy(0.68, 0.76, VIX)).containsExactly("0.73", "0.74");
    }

    @Test
    void oneTickARungAndAtMostFive() {
        // 1.17 x 1.28: mid 1.225, half 0.055: 1.244 and 1.258
        assertThat(buy(1.17, 1.28, VIX)).containsExactly("1.24", "1.25");
        // 2.00 x 2.40: 2.27 to 2.32 are six prices: steps of two ticks, the last one kept
        assertThat(buy(2.00, 2.40, VIX)).containsExactly("2.27", "2.29", "2.31", "2.32");
        // across the edge of the grid at 3.00: 3.12 is not a price
        assertThat(buy(2.90, 3.20, VIX)).containsExactly("3.10");
        // 6.00 x 10.00 would be 8.70 to 9.20 in nickels: eleven prices, steps of three
        assertThat(buy(6.00, 10.00, VIX)).hasSizeLessThanOrEqualTo(5).startsWith("8.70").endsWith("9.20");
    }

    @Test
    void P11_neverAboveTheCollarTheAskTheCeilingOrTheModel() {
        for (int bid = 1; bid < 400; bid += 7) {
            for (int width = 1; width < 90; width += 3) {
                var quote = quote(bid / 100.0, (bid + width) / 100.0);
                double mid = quote.mid();
                Ladders.buy(quote, VIX, 5.00, 1.02 * mid).ifPresent(ladder -> {
                    double last = ladder.last().toDouble();
                    assertThat(last).isLessThanOrEqualTo(quote.ask()).isLessThanOrEqualTo(5.00)
                            .isLessThanOrEqualTo(mid + 0.6 * quote.half() + 1e-9)
                            .isLessThanOrEqualTo(1.10 * 1.02 * mid + 1e-9).isGreaterThanOrEqualTo(quote.bid() - 1e-9);
                    assertThat(ladder.rungs()).hasSizeLessThanOrEqualTo(5).isSorted().doesNotHaveDuplicates()
                            .allMatch(rung -> VIX.down(rung).equals(rung));
                });
            }
        }
    }

    @Test
    void nothingIsBidWhereTheMarketIsFarAboveTheModelOrTheCeiling() {
        assertThat(Ladders.buy(quote(0.68, 0.76), VIX, 5.00, 0.60)).isEmpty();
        assertThat(Ladders.buy(quote(6.00, 6.40), VIX, 5.00, 6.20)).isEmpty();
        assertThat(Ladders.buy(quote(0.01, 0.02), VIX, 5.00, 0.001)).isEmpty();
    }

    @Test
    void salesDescendFromThirtyFivePercentUnderTheMidToTheBidAndNeverBelow() {
        assertThat(texts(Ladders.sell(quote(4.00, 5.00), VIX))).startsWith("4.35").endsWith("4.00")
                .hasSizeLessThanOrEqualTo(5);
        assertThat(texts(Ladders.sell(quote(0.68, 0.76), VIX))).containsExactly("0.71", "0.70", "0.69", "0.68");
        assertThat(texts(Ladders.sell(quote(0.02, 0.04), VIX))).containsExactly("0.05");
        for (int bid = 1; bid < 900; bid += 13) {
            var quote = quote(bid / 100.0, bid / 100.0 + 0.40);
            for (Price rung : Ladders.sell(quote, VIX).rungs()) {
                assertThat(rung.toDouble()).isGreaterThanOrEqualTo(Math.max(quote.bid(), 0.05) - 1e-9);
            }
        }
    }

    @Test
    void aRollStartsAtTheMidAndPaysAtMostAQuarterOfTheSpread() {
        PriceIncrements combo = ContractRules.comboIncrements("VIX");
        PriceLadder ladder = Ladders.roll(quote(0.40, 0.60), combo);
        assertThat(texts(ladder)).containsExactly("0.50", "0.51", "0.52", "0.53", "0.54");
        PriceLadder credit = Ladders.roll(quote(-0.30, -0.22), combo);
        assertThat(texts(credit)).containsExactly("-0.26", "-0.25", "-0.24");
    }

    private static List<String> buy(double bid, double ask, PriceIncrements grid) {
        return texts(Ladders.buy(quote(bid, ask), grid, 100, 100).orElseThrow());
    }

    private static List<String> texts(PriceLadder ladder) {
        return ladder.rungs().stream().map(Price::text).toList();
    }

    private static PackageQuote quote(double bid, double ask) {
        return new PackageQuote(bid, ask, 50, null, "");
    }
}
