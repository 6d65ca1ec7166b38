package alvh.daemon.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import alvh.daemon.desk.JournalRecord;
import alvh.daemon.execution.OpenCase;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.market.AccountKind;

/**
 * The permission ladder (methodology S53): simulated, paper, live with approval, live by itself. A checklist: nothing is
 * switched by it.
 *
 * @param kind of this home's account, from which the rest was counted
 * @param sessions days whose daily run ended DONE or PARTIAL
 * @param rolls lots rolled and filled; {@code harvests} rungs sold and filled
 * @param unreconciled open cases about orders, fills and positions
 */
public record Ladder(AccountKind kind, int sessions, int rolls, int harvests, int unreconciled) {

    private static final int SESSIONS = 20;
    private static final int ROLLS = 3;
    private static final int HARVESTS = 1;

    public static Ladder of(List<JournalRecord> records) {
        Count count = new Count();
        records.forEach(count::take);
        return new Ladder(count.kind, count.sessions.size(), count.rolls(), count.harvests(), count.cases.size());
    }

    /** Whether a live account with approval may follow: only a paper home can say so. */
    public boolean met() {
        return kind == AccountKind.PAPER && sessions >= SESSIONS && rolls >= ROLLS && harvests >= HARVESTS
                && unreconciled == 0;
    }

    public List<String> lines() {
        String next = switch (kind) {
            case SIMULATED -> "next: a paper account of your own; simulated days count as practice only";
            case PAPER -> met()
                    ? "next: live with approval is open, as a checklist; account.kind: live, --live and LIVE-CONSENT do it"
                    : "next: live with approval, when every line says yes; until then stay on paper";
            case LIVE ->
                "the checklist for live is read in the paper account's home: scripts/alvh ladder --home PAPER_HOME";
        };
        return List.of("rung: " + kind.word(), check(sessions, SESSIONS, "sessions with a daily run that ended"),
                check(rolls, ROLLS, "rolls filled"), check(harvests, HARVESTS, "harvest rung sold (a drill)"),
                (unreconciled == 0 ? "yes  " : "no   ") + unreconciled
                        + " unreconciled orders, fills or positions, 0 wanted",
                next);
    }

    private static String check(int have, int want, String what) {
        return (have >= want ? "yes  " : "no   ") + have + " of " + want + " " + what;
    }

    /** What the records say so far. */
    private static final class Count {
        private static final Set<String> DAILY = Set.of("DAILY", "WEEKLY");
        private static final Set<String> ENDED = Set.of("DONE", "PARTIAL");
        private static final Set<OpenCase.Kind> FILLS = Set.of(OpenCase.Kind.UNKNOWN_ORDER, OpenCase.Kind.ORPHAN,
                OpenCase.Kind.LEG_MISSING, OpenCase.Kind.UNVERIFIED_FILL, OpenCase.Kind.REF_ECHO,
                OpenCase.Kind.POSITION, OpenCase.Kind.CLAIM);
        private AccountKind kind = AccountKind.SIMULATED;
        private final Set<LocalDate> sessions = new HashSet<>();
        private final Map<String, JournalRecord.Intent> intents = new HashMap<>();
        private final Set<String> filled = new HashSet<>();
        private final Map<String, Integer> rungs = new HashMap<>();
        private final Set<Integer> cases = new HashSet<>();

        void take(JournalRecord entry) {
            switch (entry) {
                case JournalRecord.Epoch e -> kind = AccountKind.ofAccount(e.account());
                case JournalRecord.Outcome o when DAILY.contains(o.job()) && ENDED.contains(o.result()) ->
                    sessions.add(o.tradeDate());
                case JournalRecord.Intent i -> intents.put(i.intentId(), i);
                case JournalRecord.Release r when r.because().equals("FILLED") -> filled.add(r.intentId());
                case JournalRecord.Booked b when b.event() instanceof BookedEvent.Marked m ->
                    rungs.merge(m.lotId(), m.rungs(), Math::max);
                case JournalRecord.CaseOpened c when FILLS.contains(OpenCase.Kind.valueOf(c.kind())) ->
                    cases.add(c.caseId());
                case JournalRecord.Decision d -> cases.remove(d.caseId());
                default -> {
                    // Says nothing about the ladder.
                }
            }
        }

        /** One order that rolled; or a sale that filled and the same layer's buy of the same plan. */
        int rolls() {
            int rolls = 0;
            for (String id : filled) {
                JournalRecord.Intent intent = intents.get(id);
                rolls += intent != null && switch (intent.effect()) {
                    case ROLL -> true;
                    case CLOSE -> followed(intent);
                    case OPEN -> false;
                } ? 1 : 0;
            }
            return rolls;
        }

        private boolean followed(JournalRecord.Intent sale) {
            return filled.stream().map(intents::get).anyMatch(i -> i != null && i.effect() == BookedEvent.Effect.OPEN
                    && i.planHash().equals(sale.planHash()) && i.layer() == sale.layer());
        }

        int harvests() {
            return (int) rungs.values().stream().filter(r -> r > 0).count();
        }
    }
}
