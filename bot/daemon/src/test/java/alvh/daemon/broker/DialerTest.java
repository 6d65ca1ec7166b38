package alvh.daemon.broker;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import alvh.daemon.broker.Dialer.Outcome;
import alvh.planner.market.AccountKind;
import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import com.ib.client.EWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What becomes of one attempt to connect, by what was heard of the peer. */
@Timeout(60)
class DialerTest {
    private static final BrokerSettings SETTINGS = BrokerSettings.of("127.0.0.1", 4002, 17, Bench.ACCOUNT,
            AccountKind.SIMULATED);

    /** As the official client behaves that was installed without a library of its own. */
    private static final class Incomplete extends EClientSocket {

        Incomplete(EWrapper wrapper, EJavaSignal signal) {
            super(wrapper, signal);
        }

        @Override
        public void eConnect(Socket socket, int clientId) {
            throw new NoClassDefFoundError("com/google/protobuf/Message");
        }
    }

    private static Outcome judged(String heard, boolean unsupported) {
        return new Dialer(SETTINGS, new Loop(() -> 0L)).judge(heard.getBytes(StandardCharsets.ISO_8859_1), unsupported,
                "closed the connection");
    }

    private static String never(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Never.class);
        return ((Outcome.Never) outcome).because();
    }

    private static String notNow(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NotNow.class);
        return ((Outcome.NotNow) outcome).because();
    }

    @Test
    void aVersionThatIsTooOldAsksForANewerGateway() {
        assertThat(never(judged("\0\0\0\u001a175\00020201005 10:00:00 EST\0", true)))
                .contains("speaks version 175", "too old: update IB Gateway to 10.37 or newer")
                .doesNotContain("too new");
    }

    @Test
    void aVersionThatIsTooNewAsksForNoNewerGateway() {
        assumeTrue(ClientInUse.find().own(), "an installed client has limits of its own");
        assertThat(never(judged("\0\0\0\u001a203\00020261005 10:00:00 EST\0", true)))
                .contains("speaks version 203", "176 to 200", "too new", "scripts/install-tws-api")
                .doesNotContain("update IB Gateway");
    }

    @Test
    void whatWasHeardBeforeTheEndIsSaid() {
        assertThat(notNow(judged("\0\0\0\u001a200\00020261005 10:00:00 EST\0", false)))
                .contains("said hello (version 200) and then closed the connection").doesNotContain("before");
        assertThat(notNow(judged("", false))).contains("closed the connection before it said hello");
        assertThat(notNow(judged("\0\0\0\u001a20", false)))
                .contains("closed the connection after 6 bytes of its hello");
    }

    private static String dialled(BiFunction<EWrapper, EJavaSignal, EClientSocket> client) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (var gateway = new TinyGateway()) {
            var loop = new Loop(() -> 0L);
            var dialer = new Dialer(
                    BrokerSettings.of("127.0.0.1", gateway.port(), 17, Bench.ACCOUNT, AccountKind.SIMULATED), loop,
                    client);
            dialer.dial((link, word) -> {}, link -> {}, outcomes::add);
            await().until(() -> {
                loop.step();
                return !outcomes.isEmpty();
            });
        }
        assertThat(outcomes).hasSize(1);
        return never(outcomes.getFirst());
    }

    @Test
    void anInstalledClientThatLacksALibraryIsNamedWithTheWayToInstallIt() throws IOException {
        assertThat(dialled(Incomplete::new)).as("when it connects")
                .contains("com/google/protobuf/Message", "install it again with scripts/install-tws-api");
        assertThat(dialled((wrapper, signal) -> {
            throw new NoClassDefFoundError("com/google/protobuf/Parser");
        })).as("when it is made").contains("com/google/protobuf/Parser", "scripts/install-tws-api");
    }
}
