package alvh.planner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.layer.Level;
import alvh.planner.line.LinePricer;
import alvh.planner.line.Picture;
import alvh.planner.line.SpreadLines;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.MarketReport;
import alvh.planner.plan.Refusal;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** S50, and the size rule of 2.4. Costs are worked out here from the quotes alone. */
class AlternativesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);

    private static List<MarketReport.Alternative> of(World world) {
        return world.levels(Level.FULL, Level.FULL, Level.FULL).plan().report().details().market().alternatives();
    }

    private static double paid(Quote quote) {
        return quote.mid() + 0.35 * quote.spread() / 2;
    }

    private static double up(double price, double tick) {
        return Math.ceil(price / tick - 1e-6) * tick;
    }

    /** Put at its fill, rounded up to a nickel above 3, one discounted future less the strike, two fees of 1.60. */
    @Test
    void S50_putAndFutureCostTheCallByParity() {
        World world = World.demo();
        MarketSnapshot market = world.market.snapshot();
        MarketReport.Alternative found = of(world).stream()
                .filter(a -> a.layer().equals("Base") && a.other().endsWith("+ future")).findFirst().orElseThrow();
        int strike = Integer.parseInt(found.other().replaceAll("\\D", ""));
        Quote call = market.quote(InstrumentKey.option("VIX", APRIL, Right.CALL, strike * 1000L));
        Quote put = market.quote(InstrumentKey.option("VIX", APRIL, Right.PUT, strike * 1000L));
        Quote future = market.quote(InstrumentKey.future("VX", APRIL));
        double years = java.time.Duration.between(world.market.asOf(),
                java.time.Instant.parse("2026-04-15T13:30:00Z")).toMinutes() / (365.0 * 24 * 60);
        double expected = 100 * up(paid(put), 0.05)
                + 100 * Math.exp(-0.043 * years) * (paid(future) - strike) + 3.20;
        assertThat(paid(put)).isGreaterThan(3);
        assertThat(found.chosenCost()).isCloseTo(100 * up(paid(call), 0.01) + 1.60, within(1e-6));
        assertThat(found.otherCost()).isCloseTo(expected, within(1e-6));
        assertThat(found.otherCost() - found.chosenCost()).as("parity: what is left is slippage and fees")
                .isBetween(0.0, 15.0);
        assertThat(found.because()).contains(String.format(java.util.Locale.ROOT, "ours is cheaper by $%.2f",
                found.otherCost() - found.chosenCost())).contains("not bought");
    }

    @Test
    void S50_aStaleCallMakesPutAndFutureTheCheaperOne() {
        World world = World.demo();
        String strikes = of(world).get(0).other().replaceAll("\\D", "");
        InstrumentKey put = InstrumentKey.option("VIX", APRIL, Right.PUT, Long.parseLong(strikes) * 1000);
        Quote quote = world.market.snapshot().quote(put);
        // Within the noise of parity, so the call stays a candidate, but enough to turn the order of costs.
        world.market.overridden.put(put, new Quote(quote.bid() - 0.15, quote.ask() - 0.15, 60, 60, quote.at(),
                quote.quality()));
        assertThat(of(world).get(0).because()).contains("the other is cheaper by");
    }

    @Test
    void S50_theVerticalIsMeasuredOnTheSameCrash() {
        World world = World.demo();
        MarketReport.Alternative found = of(world).stream()
                .filter(a -> a.layer().equals("Base") && a.other().endsWith("call spread")).findFirst().orElseThrow();
        assertThat(found.measure()).contains("if SPX falls 12 %");
        assertThat(found.otherCost()).as("a capped gain needs more spreads than calls in a crash")
                .isGreaterThan(found.chosenCost());
        assertThat(found.because()).contains("its gain ends at");
    }

    @Test
    void S50_xspAndSpxAreComparedAtEqualGain() {
        MarketReport.Alternative found = of(World.demo()).stream().filter(a -> a.layer().equals("Acceleration"))
                .findFirst().orElseThrow();
        assertThat(found.chosen()).startsWith("XSP 29 May");
        assertThat(found.other()).startsWith("SPX 29 May");
        assertThat(found.otherCost() / found.chosenCost()).as("ten to one in size, nearly one in cost")
                .isBetween(0.75, 1.25);
    }

    @Test
    void S50_runsThatOnlySellCompareNothing() {
        World world = World.demo();
        world.kind = HedgePlan.Kind.MARKS;
        assertThat(of(world)).isEmpty();
    }

    /** 2.4: one SPX spread may cost half of the layer's share, 45 % of the cap, and no more. */
    @Test
    void xspComesBeforeSpxWhereOneSpxSpreadIsTooLargeForItsLayer() {
        Picture picture = Picture.of(World.demo().input(), TradingCalendar.nyse());
        Usd one = SpreadLines.narrowest(new LinePricer(picture, new ArrayList<>()), "SPXW").orElseThrow().line()
                .worstCase();
        Usd enough = new Usd(Math.ceilDiv(one.e4() * 2 * 100, 45L));
        assertThat(roots(picture, enough, new ArrayList<>())).containsOnly("SPXW");
        var refusals = new ArrayList<Refusal>();
        assertThat(roots(picture, enough.minus(Usd.ofDollars(1)), refusals)).containsOnly("XSP");
        assertThat(refusals).anyMatch(r -> r.code() == Refusal.Code.LAYER_CAP && r.because().contains("XSP instead"));
    }

    private static List<String> roots(Picture picture, Usd cap, List<Refusal> refusals) {
        return new SpreadLines(new LinePricer(picture, refusals), cap).buys().stream()
                .map(line -> line.buys().get(0).key().root()).toList();
    }
}
