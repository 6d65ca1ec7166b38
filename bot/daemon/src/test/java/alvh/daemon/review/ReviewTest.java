package alvh.daemon.review;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.Past;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a journal says about its keeper; counted by hand. */
class ReviewTest {

    private static final InstrumentKey CALL = InstrumentKey.of("VIX   260415C00026000");
    private static final Instant AT = Instant.parse("2026-03-10T14:15:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private final List<JournalRecord> journal = new ArrayList<>();

    private ReviewTest account(String account) {
        journal.add(new JournalRecord.Epoch(1, 1, "host", "0.1.0", "cfg", account));
        return this;
    }

    private void outcome(LocalDate day, String result, String because) {
        journal.add(new JournalRecord.Outcome("DAILY", day, result, null, because));
    }

    private void sessions(int count) {
        LocalDate day = MONDAY;
        for (int i = 0; i < count; i++) {
            outcome(day, i % 2 == 0 ? "DONE" : "PARTIAL", "x");
            day = alvh.planner.market.TradingCalendar.nyse().next(day);
        }
    }

    private void intent(String id, String plan, LayerId layer, Effect effect, boolean filled, String... lots) {
        journal.add(new JournalRecord.Intent(id, plan, 1, layer, effect, List.of(new Lot.LotLeg(CALL, 1, Side.BUY)), 1,
                100, List.of(Price.of("1.00")), Usd.ZERO, List.of(lots), AT));
        journal.add(new JournalRecord.SendStart(id, 1, "HB1." + id, 7, 1, Price.of("1.00"), "hash", "", 3, AT));
        journal.add(new JournalRecord.Release(id, filled ? "FILLED" : "UNFILLED", AT));
    }

    private void harvested(String lot) {
        journal.add(new JournalRecord.Booked(new BookedEvent.Marked(AT, lot, Price.of("5.00"), 1)));
    }

    @Test
    void S53_aPaperHomeClimbsWithTwentySessionsThreeRollsAndAHarvest() {
        account("DU1234567").sessions(20);
        intent("A", "p1", LayerId.BASE, Effect.ROLL, true, "H.1");
        intent("B", "p2", LayerId.BASE, Effect.ROLL, true, "H.2");
        intent("C", "p3", LayerId.ACCELERATION, Effect.CLOSE, true, "H.3");
        assertThat(Ladder.of(journal).rolls()).as("a sale alone is no roll").isEqualTo(2);
        intent("D", "p3", LayerId.ACCELERATION, Effect.OPEN, true);
        intent("E", "p4", LayerId.BASE, Effect.ROLL, false, "H.4");
        assertThat(Ladder.of(journal).rolls()).as("nor one that was not filled").isEqualTo(3);
        assertThat(Ladder.of(journal).met()).isFalse();
        harvested("H.5");
        assertThat(Ladder.of(journal).met()).isTrue();
        assertThat(Ladder.of(journal).lines()).contains("yes  20 of 20 sessions with a daily run that ended",
                "yes  3 of 3 rolls filled", "yes  1 of 1 harvest rung sold (a drill)");
    }

    @Test
    void S53_anOpenQuestionAboutAFillHoldsItBack() {
        account("DU1234567").sessions(20);
        List.of("A", "B", "C").forEach(id -> intent(id, id, LayerId.BASE, Effect.ROLL, true, "H." + id));
        harvested("H.5");
        journal.add(new JournalRecord.CaseOpened(1, "UNVERIFIED_FILL", "x", "?", List.of()));
        journal.add(new JournalRecord.CaseOpened(2, "SETTLEMENT", "y", "?", List.of()));
        assertThat(Ladder.of(journal).unreconciled()).as("a settlement's value is no fill").isEqualTo(1);
        assertThat(Ladder.of(journal).met()).isFalse();
        journal.add(new JournalRecord.Decision(1, "seen", "looked", "anna", AT));
        assertThat(Ladder.of(journal).met()).isTrue();
    }

    @Test
    void S53_simulatedDaysArePracticeAndALiveHomeCannotSpeakForPaper() {
        account("DUSIM0001").sessions(30);
        List.of("A", "B", "C").forEach(id -> intent(id, id, LayerId.BASE, Effect.ROLL, true, "H." + id));
        harvested("H.5");
        assertThat(Ladder.of(journal).met()).isFalse();
        assertThat(Ladder.of(journal).lines()).last().asString().contains("practice only");
        account("U1234567");
        assertThat(Ladder.of(journal).met()).isFalse();
        assertThat(Ladder.of(journal).lines()).first().isEqualTo("rung: live");
    }

    @Test
    void S57_runsTradesAndOverridesAreCounted() {
        outcome(MONDAY, "DONE", "x");
        outcome(MONDAY.plusDays(1), "SKIPPED", "MISSED: the window had passed");
        outcome(MONDAY.plusDays(3), "SKIPPED", "REJECTED: by anna");
        intent("A", "p1", LayerId.BASE, Effect.OPEN, true);
        journal.add(new JournalRecord.Booked(
                new BookedEvent.Executed(AT, "E1", 1, null, 5, CALL, Side.SELL, 1, Price.of("1.00"), 100)));
        journal.add(new JournalRecord.Booked(new BookedEvent.Executed(AT, "E2", 1, null, 6,
                InstrumentKey.of("KO    260417P00060000"), Side.SELL, 1, Price.of("1.00"), 100)));
        journal.add(
                new JournalRecord.Memory.Decided("x", AT, MONDAY, "OVERRIDE", List.of(), null, null, new TreeMap<>(),
                        "LOYALTY", "why", "cfg", new TreeMap<>(), null));
        journal.add(new JournalRecord.PlanState("h", "OFFERED", AT, ""));
        journal.add(new JournalRecord.PlanState("h", "APPROVED", AT.plusSeconds(90), ""));
        Habits habits = Habits.of(journal);
        assertThat(habits.discipline().runsDue()).as("Monday to Thursday").isEqualTo(4);
        assertThat(habits.discipline().runsOnTime()).as("a veto is on time, a missed and an absent day are not")
                .isEqualTo(2);
        assertThat(habits.discipline().orders()).as("the book's own trades are not counted").isEqualTo(2);
        assertThat(habits.discipline().matching()).isEqualTo(1);
        assertThat(habits.discipline().overrides()).isEqualTo(1);
        assertThat(habits.confirmationMinutes()).isEqualTo(1.5);
    }

    @Test
    void Q22_theFourNumbersAreShownAndWhatIsUnknownSaysSo() {
        Past.WeekEntry week = new Past.WeekEntry(MONDAY, new TreeMap<>(Map.of("budget.used.percent", 12.2,
                "absorption.percent", 28.0, "unhedgeable.usd", 1234.5, "votes", 2.5)));
        Measures m = Measures.of(new Past(week, List.of(), List.of()), List.of());
        assertThat(m.figures()).containsEntry("budget.used.percent", 12.2).containsEntry("absorption.percent", 28.0)
                .containsEntry("unhedgeable.usd", 1234.5).doesNotContainKey("votes");
        assertThat(m.missing()).containsEntry("theta.share.percent", "unknown at the last weekly run")
                .containsEntry("independence.correlation", "0 sessions are known, 40 are needed");
        assertThat(m.lines()).first().isEqualTo("week of 2026-03-09: budget used 12.2 % · absorbs 28.0 % of a -5 % week"
                + " · worst name's loss that no market hedge reaches $1234.50");
        assertThat(Measures.of(Past.NONE).missing()).containsEntry("budget.used.percent", "no weekly run yet");
    }

    @Test
    void S26_aSteadierReturnIsSaidInWords() {
        List<Past.DayEntry> days = new ArrayList<>();
        LocalDate day = MONDAY;
        int hedge = 1000;
        int book = 500;
        for (int i = 0; days.size() < 80; i++, day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                int move = i * 7919 % 101 - 45;
                hedge += move;
                book += 2 * move;
                days.add(new Past.DayEntry(day, Usd.ofDollars(hedge), Usd.ofDollars(book), Usd.ofDollars(50_000),
                        Usd.ZERO, Usd.ZERO, 5800, 0));
            }
        }
        Measures m = Measures.of(new Past(null, List.of(), days));
        assertThat(m.figures().get("irr.volatility.hedged.percent"))
                .isLessThan(m.figures().get("irr.volatility.unhedged.percent"));
        assertThat(m.lines()).anySatisfy(l -> assertThat(l).contains("modified Dietz").contains("steadier by"));
        assertThat(m.figures().get("independence.correlation")).as("the hedge is the book's mirror, halved")
                .isCloseTo(-1, org.assertj.core.api.Assertions.within(1e-9));
    }
}
