package alvh.daemon.execution;

import java.util.List;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Combos are counted by their legs: packages are the minimum over them (reliability 5.1 g, fault F35). */
class ComboTest {

    private static Rig spread(long quantity) {
        return new Rig().ready().release(Plans.plan("s", Plans.spread(1, quantity, "1.95", "1.97")), "2000");
    }

    private static Lot.LotLeg leg(Rig rig, int index) {
        return rig.sent.get(0).legs().get(index);
    }

    @Test
    void P05_legByLegChargesOnlyWholePackages() {
        Rig rig = spread(2);
        rig.post(rig.broker.fillLeg(rig.broker.last(), leg(rig, 0), 1, Price.of("8.15"), rig.now));
        assertThat(rig.attempt(0).packages(rig.sent.get(0).legs())).isZero();
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.PARTIAL);
        assertThat(rig.state.ledger().openHedgeLots()).as("an unmatched leg charges nothing").isEmpty();
        assertThat(rig.state.ledger().reserved()).isEqualTo(Usd.of("397.20"));
        rig.post(rig.broker.fillLeg(rig.broker.last(), leg(rig, 1), 1, Price.of("6.20"), rig.now));
        assertThat(rig.attempt(0).packages(rig.sent.get(0).legs())).isEqualTo(1);
        assertThat(rig.state.ledger().openHedgeLots().get(0).openQuantity()).isEqualTo(1);
        rig.fillLast(1, "1.95");
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.FILLED);
        assertThat(rig.state.ledger().openHedgeLots()).hasSize(1);
        assertThat(rig.state.ledger().openHedgeLots().get(0).openQuantity()).isEqualTo(2);
    }

    @Test
    void theScreenShowsTheNetPriceOfWholePackages() {
        Rig rig = spread(1);
        rig.fillLast(1, "1.95");
        List<String> lines = rig.commands.stream().filter(Command.Progress.class::isInstance)
                .map(c -> ((Command.Progress) c).text()).toList();
        assertThat(lines).anyMatch(l -> l.contains("0/1 filled, BUY XSP   260529P00570000 at 11.95"))
                .anyMatch(l -> l.contains("1/1 filled at 1.95   0.0 s"))
                .anyMatch(l -> l.endsWith("commission $0.73"));
    }

    @Test
    void P17_theBagsOwnExecutionIsStoredAndNeverCounted() {
        Rig rig = spread(1);
        int before = rig.journal.size();
        rig.post(new Event.ExecutionSeen("0001f4e8.777777.01.01", rig.sent.get(0).orderId(), TinyBroker.CLIENT,
                rig.broker.last().permId, rig.sent.get(0).orderRef(), TinyBroker.ACCOUNT, InstrumentKey.of("XSP"), true,
                Side.BUY, 1, Price.of("1.95"), 100, rig.now));
        assertThat(rig.journal.size()).isGreaterThan(before);
        assertThat(rig.attempt(0).fills()).isEmpty();
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.WORKING);
        rig.fillLast(1, "1.95");
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.FILLED);
        assertThat(rig.state.ledger().positions()).isEqualTo(rig.broker.positions);
    }

    @Test
    void P05_F35_missingLegIsUnknownAndHaltsAfterAMinute() {
        Rig rig = spread(1);
        rig.post(rig.broker.fillLeg(rig.broker.last(), leg(rig, 0), 1, Price.of("8.15"), rig.now));
        rig.advance(59);
        assertThat(rig.halts()).isEmpty();
        rig.advance(1);
        assertThat(rig.halts()).containsExactly("E-LEG-MISSING");
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.state.cases()).extracting(OpenCase::kind).contains(OpenCase.Kind.LEG_MISSING);
        assertThat(rig.state.ledger().reserved().isPositive()).as("the package's reservation stays").isTrue();
    }

    @Test
    void P17_legThatCameUnheardIsReadAfterFifteenSeconds() {
        Rig rig = spread(1);
        List<Event> first = rig.broker.fillLeg(rig.broker.last(), leg(rig, 0), 1, Price.of("8.15"), rig.now);
        rig.broker.fillLeg(rig.broker.last(), leg(rig, 1), 1, Price.of("6.20"), rig.now);
        rig.post(first.get(0));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.PARTIAL);
        rig.advance(15);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.FILLED);
        assertThat(rig.halts()).isEmpty();
    }

    @Test
    void P17_correctionOfOneLegReplacesThatLegOnly() {
        Rig rig = spread(1);
        rig.fillLast(1, "1.95");
        Event.ExecutionSeen high = rig.broker.executions.get(0);
        String corrected = high.execId().substring(0, high.execId().length() - 2) + "02";
        rig.post(new Event.ExecutionSeen(corrected, high.orderId(), high.clientId(), high.permId(), high.orderRef(),
                high.account(), high.key(), false, high.side(), 1, high.price().plus(Price.of("0.01")), 100,
                high.at()));
        assertThat(rig.attempt(0).fills()).hasSize(2);
        assertThat(rig.state.ledger().positions()).isEqualTo(rig.broker.positions);
        assertThat(rig.halts()).isEmpty();
    }

    @Test
    void fillOfAStrangeContractUnderOurReferenceHalts() {
        Rig rig = spread(1);
        rig.post(new Event.ExecutionSeen("0001f4e8.888888.01.01", rig.sent.get(0).orderId(), TinyBroker.CLIENT,
                rig.broker.last().permId, rig.sent.get(0).orderRef(), TinyBroker.ACCOUNT, Plans.VIX_FAR, false,
                Side.BUY, 1,
                Price.of("1.20"), 100, rig.now));
        assertThat(rig.halts()).containsExactly("E-FOREIGN");
        assertThat(rig.state.ledger().positions()).containsEntry(Plans.VIX_FAR, 1L);
    }
}
