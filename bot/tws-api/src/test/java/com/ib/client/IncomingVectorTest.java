package com.ib.client;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames sent by a server on a socket give exactly the callbacks that the official client made of them. */
@Timeout(60)
class IncomingVectorTest {

    static List<Vectors.Vector> vectors() {
        return Vectors.incoming();
    }

    @Test
    void theFixturesAreWhole() {
        assertThat(vectors()).hasSize(132).allSatisfy(vector -> assertThat(vector.callbacks()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void callbacks(Vectors.Vector vector) throws Exception {
        Pump pump = new Pump();
        try (PretendServer server = new PretendServer(peer -> {
            peer.greet(vector.from());
            peer.readFrame();
            peer.send(vector.payload());
            peer.send("100|1|2|3|");
            peer.readToEnd();
        })) {
            pump.connect(server.port());
            pump.until("orderBound(1, 2, 3)");
            pump.client().eDisconnect();
            server.finished();
        }
        assertThat(pump.thrown()).isEmpty();
        List<String> expected = new ArrayList<>(List.of("connectAck()"));
        expected.addAll(vector.callbacks());
        expected.addAll(List.of("orderBound(1, 2, 3)", "connectionClosed()"));
        assertThat(pump.recorder().calls().stream().map(Printer::canonical))
                .containsExactlyElementsOf(expected.stream().map(Printer::canonical).toList());
    }
}
