package alvh.planner.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import alvh.planner.company.Companies;
import alvh.planner.company.Company;
import alvh.planner.ledger.Booking;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Dividends of shares, shares without a trade, early assignment (S47), thesis (S14). Amounts by hand. */
class DividendWatchTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final InstrumentKey KO = InstrumentKey.of("KO");
    private static final InstrumentKey CALL = InstrumentKey.of("KO    260417C00070000");

    static Companies paying(String symbol, Object... datesAndDollars) {
        double no = Double.NaN;
        var dividends = new java.util.ArrayList<Company.Dated>();
        for (int i = 0; i < datesAndDollars.length; i += 2) {
            dividends.add(new Company.Dated(LocalDate.parse((String) datesAndDollars[i]),
                    (Double) datesAndDollars[i + 1]));
        }
        var companies = new TreeMap<String, Company>();
        companies.put(symbol, new Company(symbol, null, no, no, no, no, no, no, no, no, no, no, no, no, no, List.of(),
                dividends));
        return new Companies(companies);
    }

    @Test
    void sharesHeldIntoAnExDateAreEntitled() {
        var ledger = new Booking("2026-02-02T15:00:00Z").holding(KO, 40, "61").at("2026-02-20T15:00:00Z")
                .fill("a", 1, null, KO, Side.BUY, 60, "70").at("2026-03-13T15:00:00Z")
                .fill("b", 1, null, KO, Side.BUY, 100, "70").ledger();
        Companies companies = paying("KO", "2026-02-13", 0.51, "2026-03-13", 0.515, "2026-06-12", 0.52, "2025-06-13",
                0.50);
        DividendBook book = new DividendBook(ledger, companies, NYSE);
        assertThat(book.sharesInto("KO", LocalDate.of(2026, 3, 13))).as("bought on the ex-date itself: not entitled")
                .isEqualTo(100);
        assertThat(book.received(TODAY)).isEqualTo(Usd.of("20.40"));
        assertThat(book.received(LocalDate.of(2026, 3, 13))).isEqualTo(Usd.of("71.90"));
        assertThat(new DividendBook(ledger, Companies.NONE, NYSE).received(TODAY)).isEqualTo(Usd.ZERO);
    }

    @Test
    void shortSharesAreEntitledToNothing() {
        var ledger = new Booking("2026-02-02T15:00:00Z").holding(KO, -100, "61").ledger();
        assertThat(new DividendBook(ledger, paying("KO", "2026-02-13", 0.51), NYSE).received(TODAY))
                .isEqualTo(Usd.ZERO);
    }

    @Test
    void sharesWithoutATradeAreNamedWithTheirLikelyReason() {
        Booking booking = new Booking("2026-02-02T15:00:00Z").holding(KO, 40, "61").at("2026-03-02T15:00:00Z")
                .fill("a", 1, null, KO, Side.BUY, 10, "70").at("2026-03-05T15:00:00Z").holding(KO, 51, "62");
        assertThat(new DividendBook(booking.ledger(), paying("KO", "2026-02-13", 0.51), NYSE).increments())
                .containsExactly("KO: 1 more shares on 2026-03-05 than trades explain; a dividend reinvested, by its "
                        + "ex-date");
        assertThat(new DividendBook(booking.ledger(), Companies.NONE, NYSE).increments()).singleElement().asString()
                .endsWith("no ex-date in the file explains them");
        Booking explained = new Booking("2026-02-02T15:00:00Z").holding(KO, 40, "61").at("2026-03-02T15:00:00Z")
                .fill("a", 1, null, KO, Side.BUY, 10, "70").at("2026-03-05T15:00:00Z").holding(KO, 50, "62");
        assertThat(new DividendBook(explained.ledger(), Companies.NONE, NYSE).increments()).isEmpty();
    }

    private static List<String> watch(double bid, double ask, double spot, Companies companies) {
        Instant now = Instant.parse("2026-03-10T14:15:00Z");
        var quotes = new TreeMap<InstrumentKey, Quote>();
        quotes.put(CALL, new Quote(bid, ask, 5, 5, now, Quality.LIVE));
        var market = new MarketSnapshot(now, now, new TreeMap<>(), quotes, List.of(), new TreeMap<>(),
                new TreeMap<>(), new TreeMap<>());
        var structures = new Recogniser(BookRules.of(true, Usd.ZERO), NYSE).recognise(
                new Booking("2026-02-02T15:00:00Z").holding(CALL, -1, "160")
                        .holding(InstrumentKey.of("KO    260417C00075000"), 1, "60").ledger().openBookLots(),
                TODAY);
        return AssignmentWatch.of(structures, market, symbol -> spot, companies, TODAY, NYSE);
    }

    @Test
    void aShortCallWorthLessTimeThanTheDividendIsWatchedBeforeItsExDate() {
        Companies soon = paying("KO", "2026-03-13", 0.51);
        assertThat(watch(4.20, 4.40, 74, soon)).singleElement().asString()
                .contains("ex-date 2026-03-13, 0.51 a share", "time value 0.30 is less");
        assertThat(watch(4.60, 4.80, 74, soon)).as("time value 0.70 is worth keeping").isEmpty();
        assertThat(watch(0.60, 0.80, 69, soon)).as("out of the money").isEmpty();
        assertThat(watch(4.20, 4.40, Double.NaN, soon)).singleElement().asString().contains("not ruled out");
        assertThat(watch(Double.NaN, 4.40, 74, soon)).singleElement().asString().contains("without a quote");
        assertThat(watch(4.20, 4.40, 74, paying("KO", "2026-04-20", 0.51))).as("after expiry").isEmpty();
        assertThat(watch(4.20, 4.40, 74, paying("KO", "2026-03-10", 0.51))).as("today: too late").isEmpty();
        assertThat(watch(4.20, 4.40, 74, Companies.NONE)).singleElement().asString().contains("no ex-dates");
    }

    @Test
    void s14_whatWasSoldAgreesWithAReturnToNormalOrContradictsIt() {
        var book = new Booking("2026-02-02T15:00:00Z").holding(CALL, -1, "160")
                .holding(InstrumentKey.of("KO    260417C00075000"), 1, "60")
                .holding(InstrumentKey.of("T     260417P00020000"), -1, "60").ledger();
        var structures = new Recogniser(BookRules.of(true, Usd.ZERO), NYSE).recognise(book.openBookLots(), TODAY);
        Structure callSpread = structures.get(0);
        Structure shortPut = structures.get(1);
        assertThat(ThesisCheck.warning(callSpread, 21)).contains("bear call spread with oversold KO (RSI 21.0)");
        assertThat(ThesisCheck.warning(callSpread, 80)).isNull();
        assertThat(ThesisCheck.warning(shortPut, 21)).isNull();
        assertThat(ThesisCheck.warning(shortPut, 76)).contains("overbought T");
        assertThat(ThesisCheck.warning(callSpread, Double.NaN)).isNull();
        assertThat(ThesisCheck.warning(callSpread, 25)).isNull();
    }
}
