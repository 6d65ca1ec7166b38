package com.ib.client;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Properties of the client that no recorded situation shows. */
@Timeout(60)
class ClientTest {

    private final Pump pump = new Pump();

    private static PretendServer session() throws IOException {
        return new PretendServer(peer -> {
            peer.greet(200);
            peer.readToEnd();
        });
    }

    @Test
    void disconnectingDoesNotWaitForARequestThatHangs() throws Exception {
        try (PretendServer server = session()) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
            synchronized (pump.client()) { // as a request holds it while the socket takes no bytes
                Thread kill = Thread.ofPlatform().start(pump.client()::eDisconnect);
                kill.join();
            }
        }
        assertThat(pump.client().isConnected()).isFalse();
        assertThat(pump.recorder().calls()).containsExactly("connectAck()", "connectionClosed()");
    }

    @Test
    void connectOptionsTravelBehindTheVersions() throws Exception {
        pump.client().setConnectOptions("+PACEAPI");
        try (PretendServer server = session()) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
            pump.client().eDisconnect();
            assertThat(server.finished().hello()).isEqualTo("API||||\u0012v176..200 +PACEAPI");
        }
    }

    @Test
    void readingWithoutAConnectionFails() {
        assertThatThrownBy(() -> pump.client().readInt()).isInstanceOf(IOException.class).hasMessage("Not connected");
    }
}
