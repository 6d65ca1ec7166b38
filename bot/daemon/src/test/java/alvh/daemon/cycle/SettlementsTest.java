package alvh.daemon.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import alvh.daemon.approval.ApprovalSettings;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.execution.OpenCase;
import alvh.planner.layer.LevelFold;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Lot;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is booked when an option has ended (methodology 7.2). */
class SettlementsTest {

    private static final Instant SEED = Instant.parse("2026-03-10T14:00:00Z");
    private static final InstrumentKey VIX_CALL = InstrumentKey.of("VIX   260318C00020000");
    private static final InstrumentKey KO_CALL = InstrumentKey.of("KO    260320C00074000");
    private static final InstrumentKey SPX_PUT = InstrumentKey.of("SPX   260320P05700000");

    /** A home whose book was seeded once; the broker holds what the test says. */
    private static Bench bench(InstrumentKey... book) {
        List<JournalRecord> past = new ArrayList<>();
        for (InstrumentKey key : book) {
            past.add(new JournalRecord.Booked(new BookedEvent.HoldingSeeded(SEED, key, -2, Usd.of("75.00"))));
        }
        past.add(new JournalRecord.BrokerWord("FIRST_SIGHT", 0, 0, "", "seeded"));
        Bench bench = new Bench(ApprovalSettings.Mode.APPROVE, past, LevelFold.initial());
        for (InstrumentKey key : book) {
            bench.positions.put(key, -2L);
        }
        bench.plans.add(Outcomes.nothing("hold"));
        return bench;
    }

    private static void bar(Bench bench, String symbol, String date, double close) {
        InstrumentKey key = InstrumentKey.of(symbol);
        bench.bars.put(key,
                new DailyBars(key, List.of(new DailyBars.Bar(LocalDate.parse(date), close, close, close, close))));
    }

    private static Lot lot(Bench bench, InstrumentKey key) {
        return bench.execution.state().ledger().lots().values().stream()
                .filter(l -> l.legs().get(0).key().equals(key)).findFirst().orElseThrow();
    }

    private static List<OpenCase> cases(Bench bench) {
        return bench.execution.state().cases().stream().filter(c -> c.kind() == OpenCase.Kind.SETTLEMENT).toList();
    }

    private static Bench close(Bench bench, String day) {
        return bench.fire(Event.Job.END_OF_DAY, day + "T20:20:00Z");
    }

    @ParameterizedTest
    @CsvSource({"VIX   260318C00020000, 24.57, 457.00", "VIX   260318C00020000, 17.56, 0",
            "VIX   260318P00020000, 17.56, 244", "KO    260320C00074000, 74.125, 12.50",
            "XSP   260320P00570000, 569.887, 11.30"})
    void intrinsicIsExactInPointsTimesTheMultiplier(String key, BigDecimal value, String usd) {
        assertThat(Settlements.intrinsic(InstrumentKey.of(key), value)).isEqualTo(Usd.of(usd));
    }

    @Test
    void theVixSettlesOnVroOfItsOwnDay() {
        Bench bench = bench(VIX_CALL).ready();
        bar(bench, "VRO", "2026-03-11", 99);
        close(bench, "2026-03-18");
        assertThat(lot(bench, VIX_CALL).open()).as("another day's value is none").isTrue();
        bar(bench, "VRO", "2026-03-18", 24.57);
        bench.fire(Event.Job.DAILY, "2026-03-19T14:15:00Z");
        assertThat(lot(bench, VIX_CALL).state()).isEqualTo(Lot.State.SETTLED);
        assertThat(lot(bench, VIX_CALL).proceeds()).as("two short calls cost 457 each").isEqualTo(Usd.of("-914"));
        assertThat(bench.records(JournalRecord.Booked.class)).last().satisfies(
                b -> assertThat(b.event().at()).as("the opening auction").isEqualTo("2026-03-18T13:30:00Z"));
    }

    @Test
    void stocksAndTheEveningClassesSettleOnTheirClose() {
        InstrumentKey xsp = InstrumentKey.of("XSP   260320P00570000");
        InstrumentKey spxw = InstrumentKey.of("SPXW  260320P05700000");
        Bench bench = bench(KO_CALL, xsp, spxw).ready();
        bar(bench, "KO", "2026-03-20", 73.99);
        bar(bench, "SPX", "2026-03-20", 5698.87);
        close(bench, "2026-03-20");
        assertThat(lot(bench, KO_CALL).state()).isEqualTo(Lot.State.EXPIRED);
        assertThat(lot(bench, xsp).proceeds()).isEqualTo(Usd.of("-22.60"));
        assertThat(lot(bench, spxw).proceeds()).isEqualTo(Usd.of("-226"));
        assertThat(cases(bench)).isEmpty();
        assertThat(bench.told(RunEvent.Noted.class)).anySatisfy(
                n -> assertThat(n.text()).isEqualTo("KO    260320C00074000 settled at $0.00 a contract by the close of"
                        + " KO on 2026-03-20"));
    }

    @Test
    void nothingIsBookedBeforeTheSettlementInstant() {
        Bench bench = bench(KO_CALL).ready();
        bar(bench, "KO", "2026-03-20", 80);
        bench.fire(Event.Job.DAILY, "2026-03-20T14:15:00Z");
        assertThat(lot(bench, KO_CALL).open()).isTrue();
    }

    @Test
    void whatIsSettledHereAndStillShownByTheBrokerIsNoGap() {
        Bench bench = bench(KO_CALL).ready();
        bar(bench, "KO", "2026-03-20", 73.99);
        close(bench, "2026-03-20");
        bench.advance(700);
        assertThat(bench.execution.state().cases()).isEmpty();
        assertThat(bench.execution.state().ledger().openBookLots()).isEmpty();
    }

    @Test
    void noValueIsAskedAtTheNextSessionsCloseAndAValueThatComesAnswersIt() {
        Bench bench = bench(KO_CALL).ready();
        close(bench, "2026-03-20");
        assertThat(cases(bench)).isEmpty();
        close(bench, "2026-03-23");
        assertThat(cases(bench)).singleElement().satisfies(c -> {
            assertThat(c.subject()).isEqualTo(KO_CALL.text());
            assertThat(c.question()).contains("the close of KO on 2026-03-20");
        });
        assertThat(bench.alerts).contains("CASE-1");
        close(bench, "2026-03-24");
        assertThat(cases(bench)).as("asked once").hasSize(1);
        bar(bench, "KO", "2026-03-20", 73.99);
        bench.fire(Event.Job.DAILY, "2026-03-25T14:15:00Z");
        assertThat(cases(bench)).isEmpty();
        assertThat(bench.records(JournalRecord.Decision.class)).singleElement()
                .satisfies(d -> assertThat(d.choice()).isEqualTo("proven"));
    }

    @Test
    void theMorningSettlementOfSpxIsAskedOfAPersonWhoseAnswerIsBooked() {
        Bench bench = bench(SPX_PUT).ready();
        bar(bench, "SPX", "2026-03-20", 5000);
        close(bench, "2026-03-20");
        OpenCase asked = cases(bench).get(0);
        assertThat(asked.question()).contains("SET");
        bench.post(new Event.Decide(asked.caseId(), "value 125.50", "SET was 5698.745", "anna"));
        assertThat(lot(bench, SPX_PUT).proceeds()).isEqualTo(Usd.of("-251"));
        assertThat(cases(bench)).isEmpty();
        close(bench, "2026-03-23");
        assertThat(cases(bench)).isEmpty();
    }

    @Test
    void whatNobodyDecidesCountsAsNothingAfterFiveSessions() {
        Bench bench = bench(SPX_PUT).ready();
        for (String day : List.of("2026-03-20", "2026-03-23", "2026-03-24", "2026-03-25", "2026-03-26",
                "2026-03-27")) {
            close(bench, day);
        }
        assertThat(lot(bench, SPX_PUT).open()).isTrue();
        close(bench, "2026-03-30");
        assertThat(lot(bench, SPX_PUT).state()).isEqualTo(Lot.State.EXPIRED);
        assertThat(cases(bench)).isEmpty();
        assertThat(bench.records(JournalRecord.Decision.class)).singleElement()
                .satisfies(d -> assertThat(d.reason()).isEqualTo("undecided after 5 sessions: credit 0"));
        assertThat(bench.records(JournalRecord.Outcome.class).getLast().because()).contains("worth nothing");
    }

    @Test
    void aCaseOfTheCycleAndOneOfTheOrderTruthNeverShareANumber() {
        Bench bench = bench(SPX_PUT, KO_CALL).ready();
        close(bench, "2026-03-20");
        bench.positions.put(InstrumentKey.of("AAPL"), 100L);
        bench.advance(700);
        bench.positions.remove(KO_CALL);
        close(bench, "2026-03-23");
        bench.advance(700);
        assertThat(bench.records(JournalRecord.CaseOpened.class)).extracting(JournalRecord.CaseOpened::caseId)
                .hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    }

    @Test
    void stocksOfEndedOptionsAreAskedForThoughTheAccountHoldsThemNoMore() {
        Bench bench = bench(KO_CALL, VIX_CALL).ready();
        var ledger = bench.execution.state().ledger();
        assertThat(Settlements.stocks(ledger, Instant.parse("2026-03-20T19:59:59Z"))).isEmpty();
        assertThat(Settlements.stocks(ledger, Instant.parse("2026-03-20T20:00:00Z")))
                .containsExactly(InstrumentKey.of("KO"));
    }
}
