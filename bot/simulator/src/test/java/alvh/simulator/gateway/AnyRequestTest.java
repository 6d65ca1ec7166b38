package alvh.simulator.gateway;

import java.util.List;
import java.util.Random;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.FrameCodec;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a client sends, the gateway neither breaks nor leaves: each request with hostile values in every field. */
class AnyRequestTest {

    private static final List<String> HOSTILE = List.of("", "0", "-1", "1", "2147483647", "-2147483648", "1e308", "NaN",
            "Infinity", "1.7976931348623157E308", "x", "VIX", "SPX", "OPT", "STK", "BAG", "FUT", "20260399",
            "20260310 10:00:00 Mars/Base One", "20260310-10:00:00", "99999 Y", "99999 D", "1 D", "1 day", "1 secs",
            "TRADES", "SCHEDULE", "SMART", "CBOE", "USD", "C", "DUSIM0001", "100,101,104,106,165,233,456", "202604",
            "$LEDGER:ALL", "a;b=c", "4", "19990101");

    @ParameterizedTest
    @EnumSource(Outgoing.class)
    void theGatewayAnswersTheNextQuestionAllTheSame(Outgoing kind) {
        Kit kit = Kit.held();
        kit.play("pacing 100000");
        Client client = kit.client(7);
        Random random = new Random(kind.id());
        byte[] plain = FrameCodec.encode(WireMessage.of(kind), 200);
        int fields = FrameCodec.print(plain).split("\\|", -1).length - 1;
        for (int round = 0; round < 150; round++) {
            String[] f = FrameCodec.print(plain).split("\\|", -1);
            int changes = 1 + random.nextInt(Math.max(1, fields));
            for (int i = 0; i < changes && fields > 1; i++) {
                f[1 + random.nextInt(fields - 1)] = HOSTILE.get(random.nextInt(HOSTILE.size()));
            }
            client.raw(String.join("|", f));
            if (round % 50 == 0) {
                kit.passSlowly(1);
            }
        }
        kit.passSlowly(2);
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_MANAGED_ACCTS))).containsExactly("15|1|DUSIM0001|");
    }
}
