package alvh.daemon.execution;

import java.util.List;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Approve, intent, force, send, fill, booked, closed. */
class StraightPathTest {

    @Test
    void P01_intentIsForcedBeforeSend() {
        Rig rig = new Rig().ready();
        rig.holdForce = true;
        rig.release(Plans.oneCall("a"));

        assertThat(rig.sent).isEmpty();
        assertThat(rig.journal).anyMatch(r -> r instanceof JournalRecord.Intent)
                .anyMatch(r -> r instanceof JournalRecord.SendStart);
        rig.post(new Event.Forced(1L << 40));
        assertThat(rig.sent).as("another room's ticket says nothing about our records").isEmpty();
        rig.forceNow();
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.sent.get(0).orderRef()).hasSize(31).startsWith("HB1.S.");
    }

    @Test
    void P17_fillIsBookedAndIntentClosed() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.fillLast(1, "0.73");

        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.FILLED);
        assertThat(rig.intent(0).closedBecause()).isEqualTo("FILLED");
        Lot lot = rig.state.ledger().openHedgeLots().get(0);
        assertThat(lot.cost()).isEqualTo(Usd.of("74.02"));
        assertThat(rig.state.ledger().reserved()).isEqualTo(Usd.ZERO);
        assertThat(rig.closed).hasSize(1);
        assertThat(rig.closed.get(0).result()).isEqualTo("DONE");
        assertThat(rig.state.halts()).isEmpty();
    }

    @Test
    void P13_stepsGoOneAfterAnotherInThePlansOrder() {
        Rig rig = new Rig().ready();
        HedgePlan plan = Plans.plan("b", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.73", "0.74"),
                Plans.spread(2, 1, "1.95", "1.97"), Plans.vixCall(3, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24"));
        rig.release(plan);
        assertThat(rig.sent).hasSize(1);
        rig.fillLast(1, "0.73");
        assertThat(rig.sent).hasSize(2);
        assertThat(rig.sent.get(1).side()).isEqualTo(Side.BUY);
        assertThat(rig.sent.get(1).legs()).hasSize(2);
        rig.fillLast(1, "1.95");
        assertThat(rig.sent).hasSize(3);
        rig.fillLast(1, "1.24");

        assertThat(rig.closed.get(0).result()).isEqualTo("DONE");
        assertThat(rig.state.ledger().openHedgeLots()).hasSize(3);
        assertThat(rig.state.ledger().positions()).isEqualTo(rig.broker.positions);
        assertThat(rig.sent.stream().map(o -> o.limit()).toList()).isEqualTo(
                List.of(Price.of("0.73"), Price.of("1.95"), Price.of("1.24")));
    }
}
