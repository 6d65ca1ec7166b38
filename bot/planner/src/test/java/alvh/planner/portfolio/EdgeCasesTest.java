package alvh.planner.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Booking;
import alvh.planner.ledger.HedgeCharges;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The edge cases of methodology 3.8 that RecogniserTest and LedgerFoldTest do not show; amounts by hand. */
class EdgeCasesTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final LocalDate LATER = LocalDate.of(2026, 3, 20);
    private final Recogniser recogniser = new Recogniser(BookRules.of(true, Usd.ZERO), NYSE);

    private static InstrumentKey option(String name, String dateAndRight, String strike) {
        return InstrumentKey.of(String.format(java.util.Locale.ROOT, "%-6s%s%08d", name, dateAndRight,
                new BigDecimal(strike).movePointRight(3).longValueExact()));
    }

    private static Booking booking() {
        return new Booking("2026-03-10T14:00:00Z");
    }

    /** Short 90 and long 85 put of GE, two units, for 1.20 and 0.50: a credit of $140. */
    private static Booking spread() {
        return booking().fill("a", 1, null, option("GE", "260417P", "90"), Side.SELL, 2, "1.20").fill("b", 1, null,
                option("GE", "260417P", "85"), Side.BUY, 2, "0.50");
    }

    private List<Structure> of(Ledger ledger) {
        return recogniser.recognise(ledger.openBookLots(), LATER);
    }

    private Premium premium(Ledger ledger) {
        return Premium.of(ledger, of(ledger), recogniser, LATER, NYSE, false);
    }

    private static Usd eligible(List<Structure> structures) {
        return structures.stream().map(Structure::eligiblePremiumOpen).reduce(Usd.ZERO, Usd::plus);
    }

    @Test
    void earlyAssignmentOfAShortCallTakesTheCreditOutAndLeavesSharesAndTheLongCall() {
        InstrumentKey sold = option("KO", "260417C", "70");
        InstrumentKey bought = option("KO", "260417C", "75");
        Booking book = booking().fill("a", 1, null, sold, Side.SELL, 1, "1.60")
                .fill("b", 1, null, bought, Side.BUY, 1, "0.50").at("2026-03-19T14:00:00Z");
        assertThat(eligible(of(book.ledger()))).isEqualTo(Usd.of("110"));
        book.settled(sold, "300").fill("s", 1, null, InstrumentKey.of("KO"), Side.SELL, 100, "70");
        List<Structure> after = of(book.ledger());
        assertThat(eligible(after)).isEqualTo(Usd.ZERO);
        assertThat(after).extracting(Structure::type).containsOnly(StructureType.LOOSE);
        assertThat(after).extracting(s -> s.legs().get(0).key()).containsExactlyInAnyOrder(bought,
                InstrumentKey.of("KO"));
        // 160 - 300 was lost: a loser adds nothing, and takes nothing.
        assertThat(premium(book.ledger()).realised()).isEqualTo(Usd.ZERO);
    }

    @Test
    void aRolledShortStructureKeepsWhatItKeptAndTheNewCreditOnce() {
        Booking book = spread().at("2026-03-18T14:00:00Z")
                .fill("c", 1, null, option("GE", "260417P", "90"), Side.BUY, 2, "0.60")
                .fill("d", 1, null, option("GE", "260417P", "85"), Side.SELL, 2, "0.20")
                .fill("e", 1, null, option("GE", "260515P", "88"), Side.SELL, 2, "1.50")
                .fill("f", 1, null, option("GE", "260515P", "83"), Side.BUY, 2, "0.70");
        Premium premium = premium(book.ledger());
        assertThat(premium.open()).as("new credit 2 x 80").isEqualTo(Usd.of("160"));
        assertThat(premium.realised()).as("140 less 80 to close").isEqualTo(Usd.of("60"));
        assertThat(premium.closed()).singleElement().satisfies(old -> {
            assertThat(old.credit()).isEqualTo(Usd.of("140"));
            assertThat(old.kept()).isEqualTo(Usd.of("60"));
            assertThat(old.rolledInto()).isEqualTo("GE PUT_SPREAD 2026-05-15 88/83");
        });
    }

    @Test
    void whatIsOpenedOnAnotherDayIsNoRoll() {
        Booking book = spread().at("2026-03-17T14:00:00Z")
                .fill("c", 1, null, option("GE", "260417P", "90"), Side.BUY, 2, "0.60")
                .fill("d", 1, null, option("GE", "260417P", "85"), Side.SELL, 2, "0.20").at("2026-03-18T14:00:00Z")
                .fill("e", 1, null, option("GE", "260515P", "88"), Side.SELL, 2, "1.50")
                .fill("f", 1, null, option("GE", "260515P", "83"), Side.BUY, 2, "0.70");
        assertThat(premium(book.ledger()).closed()).singleElement().extracting(Premium.Retained::rolledInto).isNull();
    }

    @Test
    void partialFillsCountByTheSmallerLeg() {
        Booking book = booking().fill("a", 1, null, option("GE", "260417P", "90"), Side.SELL, 3, "1.20")
                .fill("b1", 1, null, option("GE", "260417P", "85"), Side.BUY, 1, "0.50");
        List<Structure> one = of(book.ledger());
        assertThat(one).extracting(Structure::type).containsExactly(StructureType.PUT_SPREAD,
                StructureType.SHORT_PUT);
        assertThat(one).extracting(Structure::openQuantity).containsExactly(1L, 2L);
        assertThat(eligible(one)).as("70 + half of 240").isEqualTo(Usd.of("190"));
        book.fill("b2", 1, null, option("GE", "260417P", "85"), Side.BUY, 2, "0.55");
        List<Structure> all = of(book.ledger());
        assertThat(all).singleElement().satisfies(s -> {
            assertThat(s.openQuantity()).isEqualTo(3);
            assertThat(s.credit()).as("360 - 50 - 110").isEqualTo(Usd.of("200"));
        });
    }

    @Test
    void oneLegClosedFurtherThanTheOtherLeavesTheSmallerPair() {
        Ledger ledger = spread().at("2026-03-17T14:00:00Z")
                .fill("c", 1, null, option("GE", "260417P", "90"), Side.BUY, 1, "0.60").ledger();
        List<Structure> left = of(ledger);
        assertThat(left).extracting(Structure::type).containsExactly(StructureType.PUT_SPREAD, StructureType.LOOSE);
        assertThat(eligible(left)).as("one of two pairs of $70").isEqualTo(Usd.of("70"));
    }

    @Test
    void whatExpiredWorthlessIsKeptWhole() {
        Ledger ledger = spread().at("2026-03-19T20:00:00Z").settled(option("GE", "260417P", "90"), "0")
                .settled(option("GE", "260417P", "85"), "0").ledger();
        Premium premium = premium(ledger);
        assertThat(premium.open()).isEqualTo(Usd.ZERO);
        assertThat(premium.realised()).isEqualTo(Usd.of("140"));
    }

    @Test
    void anAdjustedDeliverableIsFrozenAndSaidSo() {
        List<Structure> structures = of(booking().holding(option("GE1", "260417P", "90"), -2, "120")
                .holding(option("GE1", "260417P", "85"), 2, "50").holding(option("GE", "260417P", "90"), -1, "120")
                .holding(option("GE", "260417P", "85"), 1, "50").ledger());
        assertThat(eligible(structures)).as("the plain spread alone").isEqualTo(Usd.of("70"));
        assertThat(structures).filteredOn(s -> s.type() == StructureType.LOOSE).hasSize(2).allSatisfy(
                s -> assertThat(s.remarks()).contains("adjusted by a corporate action: frozen, not counted"));
    }

    @Test
    void aManualTradeInAHedgeContractIsABookLotAndLeavesTheHedgeAlone() {
        Ledger ledger = booking().buyIntent("i1", LayerId.BASE, Booking.VIX20, 2, "200")
                .fill("h", 1, "i1", Booking.VIX20, Side.BUY, 2, "0.90").closed("i1")
                .fill("m", 1, null, Booking.VIX20, Side.SELL, 1, "1.10").ledger();
        assertThat(ledger.openHedgeLots()).singleElement().satisfies(
                lot -> assertThat(lot.openQuantity()).isEqualTo(2));
        assertThat(of(ledger)).singleElement().satisfies(s -> {
            assertThat(s.eligibility()).isEqualByComparingTo("0");
            assertThat(s.remarks()).anyMatch(r -> r.contains("opposite of the hedge"));
        });
    }

    @Test
    void aHolidayIsNoSessionForALeg() {
        InstrumentKey put = option("GE", "260618P", "90");
        Ledger ledger = new Booking("2026-04-02T14:00:00Z").fill("a", 1, null, put, Side.SELL, 1, "1.20").ledger();
        // Good Friday, 3 April, and the weekend do not count: Thursday, Monday, Tuesday.
        assertThat(recogniser.recognise(ledger.openBookLots(), LocalDate.of(2026, 4, 6))).singleElement()
                .extracting(Structure::type).isEqualTo(StructureType.LOOSE);
        assertThat(recogniser.recognise(ledger.openBookLots(), LocalDate.of(2026, 4, 7))).singleElement()
                .extracting(Structure::type).isEqualTo(StructureType.SHORT_PUT);
    }

    @Test
    void marksAndQuotesNeverCharge() {
        Booking book = booking().buyIntent("i1", LayerId.BASE, Booking.VIX20, 1, "100")
                .fill("h", 1, "i1", Booking.VIX20, Side.BUY, 1, "0.90").fee("h", Booking.VIX20, "0.75").closed("i1");
        HedgeCharges before = HedgeCharges.of(book.ledger(), LATER, NYSE);
        assertThat(before.cumHedge()).isEqualTo(Usd.of("90.75"));
        book.add(new BookedEvent.Marked(java.time.Instant.parse("2026-03-11T14:00:00Z"), "H.i1", Price.of("9.90"), 0));
        assertThat(HedgeCharges.of(book.ledger(), LATER, NYSE)).isEqualTo(before);
    }

    private static BookTags.Tag tag(String symbol, LocalDate expiry, BookTags.Role role) {
        return new BookTags.Tag(symbol, expiry, role, null, null, null);
    }

    private List<Structure> tagged(Ledger ledger, BookTags.Tag... tags) {
        return new Recogniser(new BookRules(false, Usd.ZERO, new BookTags(List.of(tags))), NYSE)
                .recognise(ledger.openBookLots(), LATER);
    }

    @Test
    void tagsOverrideByExpiryBeforeSymbol() {
        LocalDate april = LocalDate.of(2026, 4, 17);
        Ledger ledger = spread().fill("e", 1, null, option("GE", "260515P", "88"), Side.SELL, 1, "1.50")
                .fill("f", 1, null, option("GE", "260515P", "83"), Side.BUY, 1, "0.70").ledger();
        assertThat(eligible(tagged(ledger, tag("GE", null, BookTags.Role.NEVER)))).isEqualTo(Usd.ZERO);
        assertThat(eligible(tagged(ledger, tag("GE", null, BookTags.Role.NEVER),
                tag("GE", april, BookTags.Role.RULES)))).isEqualTo(Usd.of("140"));
        assertThat(eligible(tagged(ledger, tag("GE", april, BookTags.Role.NEVER)))).isEqualTo(Usd.of("80"));
        assertThat(eligible(tagged(ledger, tag("T", null, BookTags.Role.NEVER)))).isEqualTo(Usd.of("220"));
    }

    @Test
    void incomeTagsLiftCoveredCallsCalendarsAndIndicesButNothingNakedOrLooseAndNoVix() {
        Ledger ledger = booking().holding(InstrumentKey.of("T"), 100, "20").holding(option("T", "260417C", "22"), -1,
                "40").holding(option("F", "260417P", "10"), -2, "30").holding(option("GM", "260417C", "60"), -1, "90")
                .holding(option("SPXW", "260417P", "6000"), -1, "2000").holding(option("SPXW", "260417P", "5900"), 1,
                        "1500")
                .holding(option("VIX", "260415P", "18"), -1, "100").ledger();
        assertThat(eligible(tagged(ledger))).as("half of the naked puts of F").isEqualTo(Usd.of("30"));
        List<Structure> lifted = tagged(ledger, tag("T", null, BookTags.Role.INCOME),
                tag("F", null, BookTags.Role.INCOME), tag("GM", null, BookTags.Role.INCOME),
                tag("SPX", null, BookTags.Role.INCOME), tag("VIX", null, BookTags.Role.INCOME));
        assertThat(eligible(lifted)).as("30 + the covered call's 40 + the index spread's 500").isEqualTo(
                Usd.of("570"));
        assertThat(lifted).filteredOn(s -> s.type() == StructureType.COVERED_CALL).singleElement()
                .satisfies(s -> assertThat(s.remarks()).contains("counts as income by your tag"));
    }
}
