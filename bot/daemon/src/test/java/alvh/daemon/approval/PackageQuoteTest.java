package alvh.daemon.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Side;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackageQuoteTest {

    private static final InstrumentKey HIGH = InstrumentKey.of("XSP   260529P00570000");
    private static final InstrumentKey LOW = InstrumentKey.of("XSP   260529P00560000");
    private static final Instant NOW = Instant.parse("2026-03-10T14:15:00Z");
    private static final Map<InstrumentKey, Quote> QUOTES = Map.of(HIGH, new Quote(8.10, 8.20, 1, 1, NOW, Quality.LIVE),
            LOW, new Quote(6.19, 6.26, 1, 1, NOW, Quality.LIVE));

    private static PackageQuote quote(List<LotLeg> legs) {
        return PackageQuote.of(legs, QUOTES, NOW, Duration.ofSeconds(5), false);
    }

    @Test
    void spreadIsBoughtAtTheAskAndSoldAtTheBid() {
        PackageQuote opens = quote(List.of(new LotLeg(HIGH, 1, Side.BUY), new LotLeg(LOW, 1, Side.SELL)));
        assertThat(opens.bid()).isEqualTo(1.84);
        assertThat(opens.ask()).isEqualTo(2.01);
        PackageQuote closes = quote(List.of(new LotLeg(HIGH, 1, Side.SELL), new LotLeg(LOW, 1, Side.BUY)));
        assertThat(closes.bid()).isEqualTo(-2.01);
        assertThat(closes.ask()).isEqualTo(-1.84);
    }

    @Test
    void aSingleSaleIsQuotedAsTheOptionItself() {
        PackageQuote sale = quote(List.of(new LotLeg(HIGH, 1, Side.SELL)));
        assertThat(sale.bid()).isEqualTo(8.10);
        assertThat(sale.ask()).isEqualTo(8.20);
    }

    @Test
    void P08_oneBadLegIsNoQuote() {
        PackageQuote missing = PackageQuote.of(List.of(new LotLeg(HIGH, 1, Side.BUY), new LotLeg(LOW, 1, Side.SELL)),
                Map.of(HIGH, QUOTES.get(HIGH)), NOW, Duration.ofSeconds(5), false);
        assertThat(missing.fault()).isEqualTo("Q-EMPTY");
        assertThat(missing.subject()).isEqualTo(LOW.text());
        assertThat(missing.ask()).isNaN();
    }
}
