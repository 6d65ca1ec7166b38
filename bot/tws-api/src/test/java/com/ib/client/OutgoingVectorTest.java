package com.ib.client;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each call of the client puts exactly the bytes on a socket that the official client did. */
@Timeout(60)
class OutgoingVectorTest {

    /** A vector at one of its server versions. */
    record Case(Vectors.Vector vector, int version) {

        @Override
        public String toString() {
            return vector.name() + " at " + version;
        }
    }

    static Stream<Case> cases() {
        return Vectors.outgoing().stream().flatMap(vector -> IntStream.rangeClosed(vector.from(), vector.to())
                .mapToObj(version -> new Case(vector, version)));
    }

    @Test
    void everyVectorHasACallAndEveryCallAVector() {
        Set<String> vectors = Vectors.outgoing().stream().map(Vectors.Vector::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(RecordedCalls.all().keySet()).isEqualTo(vectors).hasSize(93);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bytes(Case recorded) throws Exception {
        Vectors.Vector vector = recorded.vector();
        Pump pump = new Pump();
        List<String> frames;
        String hello;
        try (PretendServer server = new PretendServer(peer -> {
            peer.greet(recorded.version());
            peer.readToEnd();
        })) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
            assertThat(pump.client().serverVersion()).isEqualTo(recorded.version());
            RecordedCalls.all().get(vector.name()).accept(pump.client());
            pump.client().eDisconnect();
            frames = server.finished().frames();
            hello = server.finished().hello();
        }
        assertThat(hello).isEqualTo("API||||\tv176..200");
        assertThat(frames.getFirst()).isEqualTo("71|2|7||");
        if (vector.payload().isEmpty()) {
            assertThat(frames).hasSize(1);
        } else {
            assertThat(frames.getLast()).isEqualTo(vector.payload());
            assertThat(frames).hasSize(vector.payload().startsWith("71|") ? 1 : 2);
        }
        List<String> calls = pump.recorder().calls();
        assertThat(calls.subList(1, calls.size() - 1)).isEqualTo(vector.callbacks());
    }
}
