package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.exchange.Position;
import alvh.simulator.gateway.Kit.Client;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PlaybookTest {

    private final Kit kit = Kit.held();
    private final Client client = kit.client(7);

    private double level(String symbol) {
        return kit.exchange.market().modelPrice(InstrumentKey.of(symbol));
    }

    private void buy(int id, int quantity) {
        client.ask(WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", id)
                .set("contract.conId", kit.conId("VIX   260415C00022000")).set("exchange", "SMART")
                .set("action", "BUY").set("totalQuantity", quantity).set("lmtPrice", 5.0).set("orderRef", "HB1.S." + id)
                .set("transmit", true));
    }

    @Test
    void aLineWaitsForItsMomentAndPlaysOnce() {
        kit.play("at 10:16 drop connection");
        kit.pass(Duration.ofSeconds(59));
        assertThat(client.heard()).isEmpty();
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).contains("close FIN");
        Client again = kit.client(7);
        kit.pass(Duration.ofMinutes(1));
        assertThat(again.heard("close")).isEmpty();
    }

    @Test
    void anAdvanceReachesWhatWaitsOnTheWay() {
        kit.play("at 10:18 readonly on");
        kit.play("advance 10:20");
        kit.pass(Duration.ZERO);
        assertThat(kit.now).isEqualTo(Instant.parse("2026-03-10T14:20:00Z"));
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_IDS))).singleElement().asString().contains("|321|");
    }

    @Test
    void aLineAfterFillsWaitsUntilNothingWorksAndItHasBeenQuiet() {
        kit.play("after fills 30s jump SPX -6% VIX +22");
        kit.play("after fills 35s advance +5m");
        kit.pass(Duration.ofMinutes(2));
        assertThat(level("VIX")).as("nothing has filled").isEqualTo(17.92, within(0.01));
        kit.play("quote VIX260415C22 0.68 0.76 size 500");
        buy(1, 2);
        assertThat(kit.happened).anyMatch(ExchangeOutput.Executed.class::isInstance);
        kit.play("hold");
        kit.pass(Duration.ofSeconds(29));
        double before = level("VIX");
        kit.pass(Duration.ofSeconds(1));
        assertThat(level("VIX")).isEqualTo(before + 22, within(0.3));
        Instant spike = kit.now;
        kit.pass(Duration.ofSeconds(5));
        assertThat(kit.now).isEqualTo(spike.plusSeconds(5).plus(Duration.ofMinutes(5)));
        kit.play("quote VIX260415C22 auto");
        double value = kit.exchange.market().tape(InstrumentKey.of("VIX   260415C00022000")).mid();
        assertThat(value / 0.76).as("the first rung is three times the cost").isGreaterThan(3);
    }

    @Test
    void aJumpMayBeInPointsPerCentOrToALevel() {
        kit.play("jump VIX =30 SPX -2%");
        assertThat(level("VIX")).isEqualTo(30, within(1e-6));
        assertThat(level("SPX")).isEqualTo(6012.40 * 0.98, within(1e-6));
        double ko = level("KO");
        kit.play("jump KO +3");
        assertThat(level("KO")).isEqualTo(ko + 3, within(1e-6));
        assertThat(level("SPX")).isEqualTo(6012.40 * 0.98, within(1e-6));
    }

    @Test
    void aSettlementClosesWhatHasEnded() {
        kit.play("trade KO260320C77 -4 at 0.2");
        kit.play("advance 2026-03-20 16:30");
        kit.pass(Duration.ZERO);
        kit.play("settle KO 75.00");
        List<Position> left = kit.exchange.positions();
        assertThat(left).noneMatch(position -> position.key().equals(InstrumentKey.of("KO    260320C00074000")));
        assertThat(left).anyMatch(position -> position.key().equals(InstrumentKey.of("AAPL  260417P00205000")));
    }

    @Test
    void otherClientsFramesAreAccepted() {
        String js = "3|51||VIX|OPT|20260414|22|C|100|SMART||USD||VIX|||BUY|3|LMT|0.05||DAY||DUSIM0001||||1||||||||||"
                + "||||||||||||||||||||||||||||||||||||||||||||0||||||||0|||||||||||||||||||||||||||||";
        assertThat(kit.client(8, 193).raw(js)).hasSize(4).first().asString().startsWith("5|51|");
        String python = "3|51|0|VIX|OPT|20260414|22.0|C|100|SMART||USD||VIX|||BUY|3|LMT|0.05||DAY||DUSIM0001|O|0||1|0|0|"
                + "0|0|0|0|0||0.0|||||||0||-1|0|||0|||0|0||0||||||0|||||0|||||||||||0|||0|0|||0||0|0|0|0|||||||0||"
                + "|||||||0|0|0|0|||0|||";
        assertThat(kit.client(9, 178).raw(python)).hasSize(4).first().asString().startsWith("5|51|");
        String unsent = js.replace("||||1|||", "|||||||");
        assertThat(kit.client(10, 193).raw(unsent)).as("transmit left out is not transmitted").isEmpty();
    }
}
