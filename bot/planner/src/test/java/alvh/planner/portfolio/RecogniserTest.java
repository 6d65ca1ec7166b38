package alvh.planner.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import alvh.planner.ledger.Booking;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The grammar of methodology 3.1 and the edge cases of 3.8. */
class RecogniserTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate LATER = LocalDate.of(2026, 3, 20);
    private final Recogniser recogniser = new Recogniser(BookRules.of(true, Usd.ZERO), NYSE);

    private static InstrumentKey put(String name, String strike) {
        return option(name, "260417P", strike);
    }

    private static InstrumentKey call(String name, String strike) {
        return option(name, "260417C", strike);
    }

    private static InstrumentKey option(String name, String dateAndRight, String strike) {
        return InstrumentKey.of(String.format(java.util.Locale.ROOT, "%-6s%s%08d", name, dateAndRight,
                new BigDecimal(strike).movePointRight(3).longValueExact()));
    }

    private static Booking seeded() {
        return new Booking("2026-03-10T14:00:00Z");
    }

    private List<Structure> of(Ledger ledger) {
        return recogniser.recognise(List.copyOf(ledger.lots().values()), LATER);
    }

    private static Usd eligible(List<Structure> structures) {
        return structures.stream().map(Structure::eligiblePremiumOpen).reduce(Usd.ZERO, Usd::plus);
    }

    @Test
    void seededHoldingsBecomeCondorSpreadShortPutAndLooseShares() {
        Ledger ledger = seeded().holding(put("JPM", "225"), -2, "210").holding(put("JPM", "215"), 2, "110")
                .holding(call("JPM", "260"), -2, "250").holding(call("JPM", "270"), 2, "63")
                .holding(put("AAPL", "205"), -3, "400").holding(put("AAPL", "195"), 3, "196")
                .holding(put("DIS", "92"), -2, "209").holding(InstrumentKey.of("KO"), 40, "61").ledger();
        List<Structure> structures = of(ledger);
        assertThat(structures).extracting(Structure::type).containsExactly(StructureType.PUT_SPREAD,
                StructureType.SHORT_PUT, StructureType.IRON_CONDOR, StructureType.LOOSE);
        assertThat(structures).extracting(Structure::credit).containsExactly(Usd.of("612"), Usd.of("418"),
                Usd.of("574"), Usd.ZERO);
        assertThat(structures.get(2).remarks()).contains("opened=UNKNOWN");
        assertThat(structures.get(1).eligibility()).isEqualByComparingTo("0.5");
        assertThat(structures.get(0).id()).isEqualTo("AAPL PUT_SPREAD 2026-04-17 205/195");
        assertThat(eligible(structures)).isEqualTo(Usd.of("1395"));
    }

    @Test
    void equalShortStrikesAreAFly() {
        Ledger ledger = seeded().holding(put("KO", "70"), -1, "150").holding(put("KO", "65"), 1, "40")
                .holding(call("KO", "70"), -1, "160").holding(call("KO", "75"), 1, "45").ledger();
        assertThat(of(ledger)).singleElement().extracting(Structure::type).isEqualTo(StructureType.IRON_FLY);
    }

    @Test
    void spreadsOpenedThreeSessionsApartStaySpreads() {
        Booking book = seeded().fill("a", 1, null, put("KO", "65"), Side.SELL, 1, "1.00")
                .fill("b", 1, null, put("KO", "60"), Side.BUY, 1, "0.40").at("2026-03-13T14:00:00Z")
                .fill("c", 1, null, call("KO", "75"), Side.SELL, 1, "1.10")
                .fill("d", 1, null, call("KO", "80"), Side.BUY, 1, "0.45");
        assertThat(of(book.ledger())).extracting(Structure::type).containsExactly(StructureType.PUT_SPREAD,
                StructureType.CALL_SPREAD);
        Booking near = seeded().fill("a", 1, null, put("KO", "65"), Side.SELL, 1, "1.00")
                .fill("b", 1, null, put("KO", "60"), Side.BUY, 1, "0.40").at("2026-03-12T14:00:00Z")
                .fill("c", 1, null, call("KO", "75"), Side.SELL, 1, "1.10")
                .fill("d", 1, null, call("KO", "80"), Side.BUY, 1, "0.45");
        assertThat(of(near.ledger())).extracting(Structure::type).containsExactly(StructureType.IRON_CONDOR);
    }

    @Test
    void aRatioPairsWhatMatchesAndTheRestGoesOn() {
        Ledger ledger = seeded().holding(put("KO", "65"), -3, "100").holding(put("KO", "60"), 2, "40").ledger();
        List<Structure> structures = of(ledger);
        assertThat(structures).extracting(Structure::type).containsExactly(StructureType.PUT_SPREAD,
                StructureType.SHORT_PUT);
        assertThat(structures).extracting(Structure::openQuantity).containsExactly(2L, 1L);
        assertThat(structures.get(0).credit()).isEqualTo(Usd.of("120"));
        assertThat(structures.get(0).remarks()).contains("ratio: the paired part only");
        assertThat(eligible(structures)).isEqualTo(Usd.of("170"));
    }

    @Test
    void MP18_closingHalfOfACondorHalvesPhiAndPremium() {
        Booking book = seeded();
        InstrumentKey[] keys = {put("JPM", "225"), put("JPM", "215"), call("JPM", "260"), call("JPM", "270")};
        Side[] sides = {Side.SELL, Side.BUY, Side.SELL, Side.BUY};
        String[] prices = {"2.10", "1.10", "2.50", "0.63"};
        for (int i = 0; i < 4; i++) {
            book.fill("o" + i, 1, null, keys[i], sides[i], 2, prices[i]);
        }
        assertThat(eligible(of(book.ledger()))).isEqualTo(Usd.of("574"));
        for (int i = 0; i < 4; i++) {
            book.fill("c" + i, 1, null, keys[i], sides[i].opposite(), 1, "0.50");
        }
        Structure half = of(book.ledger()).get(0);
        assertThat(half.originalQuantity()).isEqualTo(2);
        assertThat(half.openQuantity()).isEqualTo(1);
        assertThat(half.credit()).isEqualTo(Usd.of("574"));
        assertThat(half.eligiblePremiumOpen()).isEqualTo(Usd.of("287"));
    }

    @Test
    void whenOneSideOfACondorIsClosedTheOtherKeepsItsOwnPairsCredit() {
        Booking book = seeded().fill("a", 1, null, put("JPM", "225"), Side.SELL, 2, "2.10")
                .fill("b", 1, null, put("JPM", "215"), Side.BUY, 2, "1.10")
                .fill("c", 1, null, call("JPM", "260"), Side.SELL, 2, "2.50")
                .fill("d", 1, null, call("JPM", "270"), Side.BUY, 2, "0.63")
                .fill("e", 1, null, call("JPM", "260"), Side.BUY, 2, "0.30")
                .fill("f", 1, null, call("JPM", "270"), Side.SELL, 2, "0.05");
        List<Structure> left = of(book.ledger());
        assertThat(left).singleElement().extracting(Structure::type).isEqualTo(StructureType.PUT_SPREAD);
        assertThat(eligible(left)).isEqualTo(Usd.of("200"));
        Premium premium = Premium.of(book.ledger(), left, recogniser, LATER, NYSE, false);
        assertThat(premium.realised()).as("call side: credit 374, closed for 50").isEqualTo(Usd.of("324"));
    }

    @Test
    void MP19_assignmentTakesTheCreditOutTheSameDay() {
        InstrumentKey put = put("DIS", "92");
        Booking book = seeded().fill("a", 1, null, put, Side.SELL, 1, "2.09").at("2026-03-20T14:00:00Z");
        assertThat(eligible(of(book.ledger()))).isEqualTo(Usd.of("104.50"));
        book.settled(put, "150").fill("s", 1, null, InstrumentKey.of("DIS"), Side.BUY, 100, "92");
        List<Structure> after = of(book.ledger());
        assertThat(eligible(after)).isEqualTo(Usd.ZERO);
        assertThat(after).singleElement().extracting(Structure::type).isEqualTo(StructureType.LOOSE);
        Premium premium = Premium.of(book.ledger(), after, recogniser, LATER, NYSE, false);
        assertThat(premium.realised()).as("half of 209 - 150").isEqualTo(Usd.of("29.50"));
    }

    @Test
    void aShortPutCountsWholeWhenCashSecuresIt() {
        Ledger ledger = seeded().holding(put("DIS", "92"), -1, "209").holding(put("KO", "60"), -1, "80").ledger();
        List<Structure> structures = new Recogniser(BookRules.of(true, Usd.of("10000")), NYSE)
                .recognise(ledger.openBookLots(), LATER);
        assertThat(structures).extracting(Structure::eligibility).containsExactly(BigDecimal.ONE,
                new BigDecimal("0.5"));
        assertThat(structures.get(0).remarks()).contains("cash-secured");
    }

    @Test
    void aYoungShortPutMayBeAFirstLegAndIsLooseForTwoSessions() {
        Ledger ledger = seeded().fill("a", 1, null, put("DIS", "92"), Side.SELL, 1, "2.09").ledger();
        assertThat(recogniser.recognise(ledger.openBookLots(), LocalDate.of(2026, 3, 11))).singleElement()
                .extracting(Structure::type).isEqualTo(StructureType.LOOSE);
        assertThat(recogniser.recognise(ledger.openBookLots(), LocalDate.of(2026, 3, 12))).singleElement()
                .extracting(Structure::type).isEqualTo(StructureType.SHORT_PUT);
    }

    @Test
    void coveredCallsStranglesCalendarsAndDebitSpreads() {
        Ledger ledger = seeded().holding(InstrumentKey.of("T"), 250, "20").holding(call("T", "22"), -3, "40")
                .holding(put("F", "10"), -2, "30").holding(call("F", "14"), -2, "25")
                .holding(put("GE", "90"), -1, "120").holding(option("GE", "260619P", "85"), 1, "150")
                .holding(put("BA", "150"), -1, "100").holding(put("BA", "160"), 1, "300").ledger();
        List<Structure> structures = of(ledger);
        assertThat(structures).extracting(s -> s.underlying() + " " + s.type()).containsExactly("BA LOOSE",
                "F STRANGLE", "GE CALENDAR", "T COVERED_CALL", "T LOOSE", "T LOOSE");
        assertThat(structures.get(0).remarks()).contains("debit spread");
        assertThat(eligible(structures)).as("half of the strangle").isEqualTo(Usd.of("55"));
    }

    @Test
    void neverEligible() {
        Ledger ledger = seeded().holding(option("VIX", "260415P", "18"), -1, "100")
                .holding(option("VIX", "260415P", "15"), 1, "20").holding(put("AAPL1", "100"), -1, "200")
                .holding(put("GME", "20"), -1, "200").holding(option("SPXW", "260417P", "6000"), -1, "2000")
                .holding(option("SPXW", "260417P", "5900"), 1, "1500").ledger();
        BookTags tags = new BookTags(List.of(new BookTags.Tag("GME", null, BookTags.Role.NEVER, null, null, null)));
        List<Structure> structures = new Recogniser(new BookRules(false, Usd.ZERO, tags), NYSE)
                .recognise(ledger.openBookLots(), LATER);
        assertThat(eligible(structures)).isEqualTo(Usd.ZERO);
        assertThat(structures).extracting(Structure::type).containsExactly(StructureType.LOOSE,
                StructureType.SHORT_PUT, StructureType.PUT_SPREAD, StructureType.PUT_SPREAD);
        assertThat(structures).allSatisfy(s -> assertThat(s.remarks()).isNotEmpty());
        assertThat(eligible(recogniser.recognise(ledger.openBookLots(), LATER)))
                .as("index switched on: 500, and half of GME").isEqualTo(Usd.of("600"));
    }

    @Test
    void amAndPmClassesOfOneIndexAreNotPaired() {
        Ledger ledger = seeded().holding(option("SPX", "260417P", "6000"), -1, "2000")
                .holding(option("SPXW", "260417P", "5900"), 1, "1500").ledger();
        assertThat(of(ledger)).extracting(Structure::type).containsExactly(StructureType.SHORT_PUT,
                StructureType.LOOSE);
    }

    @Test
    void hedgeLotsAreNotTheBook() {
        Ledger ledger = seeded().buyIntent("A", LayerId.BASE, Booking.VIX20, 1, "80")
                .fill("e1", 1, "A", Booking.VIX20, Side.BUY, 1, "0.77").ledger();
        assertThat(of(ledger)).isEmpty();
    }

    @Test
    void fillsOfOneDayAreOneStructure() {
        Ledger ledger = seeded().fill("a1", 1, null, put("KO", "65"), Side.SELL, 1, "1.00")
                .fill("a2", 1, null, put("KO", "65"), Side.SELL, 2, "1.02")
                .fill("b1", 1, null, put("KO", "60"), Side.BUY, 2, "0.40")
                .fill("b2", 1, null, put("KO", "60"), Side.BUY, 1, "0.41").ledger();
        Structure spread = of(ledger).get(0);
        assertThat(of(ledger)).hasSize(1);
        assertThat(spread.openQuantity()).isEqualTo(3);
        assertThat(spread.credit()).isEqualTo(Usd.of("183"));
        assertThat(spread.legs().get(0).lotIds()).hasSize(2);
    }

    @Test
    void theOrderOfLotsDoesNotMatter() {
        Ledger ledger = seeded().holding(put("KO", "65"), -3, "100").holding(put("KO", "60"), 2, "40")
                .holding(put("KO", "55"), 1, "20").holding(put("KO", "62.5"), -1, "70").ledger();
        List<alvh.planner.ledger.Lot> lots = ledger.openBookLots();
        assertThat(recogniser.recognise(lots.reversed(), TODAY)).isEqualTo(recogniser.recognise(lots, TODAY));
    }
}
