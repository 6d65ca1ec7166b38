package alvh.daemon.execution;

import java.util.HashSet;
import java.util.Set;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.LayerId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Methodology 8.1 item 16: what the journal does not hold has not happened. */
class MustPassTest {
    private final Set<String> states = new HashSet<>();

    @Test
    void MP16_everyChangeOfStateHasItsLineInTheJournal() {
        Rig rig = new Rig();
        rig.ready();
        same(rig, "ready");
        rig.release(Plans.plan("a", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 3, "0.73", "0.74"),
                Plans.spread(2, 1, "1.95", "1.97")));
        same(rig, "released");
        rig.fillLast(1, "0.73");
        same(rig, "filled in part");
        rig.advance(60);
        same(rig, "walked to the next rung");
        rig.fillLast(2, "0.74");
        same(rig, "filled");
        rig.post(new Event.SessionDown("test", 2000));
        same(rig, "without a session");
        rig.post(new Event.SessionUp(TinyBroker.ACCOUNT, 200, 1, false, 0));
        rig.advance(30);
        same(rig, "back");
        rig.post(new Event.Kill("anna", "test"));
        same(rig, "killed");
        rig.post(new Event.Resume("anna", "test"));
        rig.advance(600);
        same(rig, "resumed");
        assertThat(states).as("attempts seen on the way").contains("WORKING", "PARTIAL", "FILLED", "CANCELLED");
        assertThat(rig.journal).as("the run did something").anyMatch(JournalRecord.Booked.class::isInstance)
                .anyMatch(JournalRecord.State.class::isInstance).anyMatch(JournalRecord.SendStart.class::isInstance);
    }

    /** The fold of the journal is the state: a change without a line would be a difference. */
    private void same(Rig rig, String when) {
        assertThat(ExecutionState.restore(rig.settings, rig.journal).books()).as(when).isEqualTo(rig.state.books());
        rig.state.books().attempts().values().forEach(attempt -> states.add(attempt.state().name()));
    }
}
