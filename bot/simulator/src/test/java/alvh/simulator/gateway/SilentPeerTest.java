package alvh.simulator.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class SilentPeerTest {

    @Test
    void aPeerThatSaysNothingIsDroppedAndTheGatewayNeverHearsOfIt() throws IOException {
        Queue<GatewayInput> inbox = new ConcurrentLinkedQueue<>();
        try (TcpServer server = TcpServer.listen(0, 100, Clock.systemUTC(), inbox::add)) {
            server.start();
            try (Socket silent = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
                silent.setSoTimeout(20_000);
                assertThat(silent.getInputStream().read()).isEqualTo(-1);
            }
            try (Socket slow = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
                slow.setSoTimeout(20_000);
                slow.getOutputStream().write(new byte[]{'A', 'P', 'I', 0, 0, 0});
                assertThat(slow.getInputStream().read()).isEqualTo(-1);
            }
        }
        assertThat(inbox).isEmpty();
    }
}
