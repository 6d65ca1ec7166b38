package alvh.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import alvh.wire.Handshake.ClientHello;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HandshakeTest {

    private static ClientHello read(String printed) throws IOException {
        return Handshake.readClientHello(new FrameReader(new ByteArrayInputStream(Vectors.unprint(printed))));
    }

    @Test
    void theFirstBytesOfTheProtocolPage() {
        assertThat(Handshake.clientHello(176, 200, "")).isEqualTo(Vectors.unprint("API||||\\x09v176..200"));
        assertThat(FrameWriter.framed(Handshake.serverHello(new Handshake.ServerHello(200, "20261005 10:00:00 EST"))))
                .isEqualTo(Vectors.unprint("|||\\x1a200|20261005 10:00:00 EST|"));
    }

    @Test
    void hellosOfSeveralClients() throws IOException {
        assertThat(read("API||||\\x09v100..193")).isEqualTo(new ClientHello(100, 193, ""));
        assertThat(read("API||||\\x12v176..200 +PACEAPI")).isEqualTo(new ClientHello(176, 200, "+PACEAPI"));
        assertThat(read("API||||\\x04v200")).isEqualTo(new ClientHello(200, 200, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP", "API||||\\x04vXYZ", "API|||||", "API|\\xff\\xff\\xff\\xffv200",
            "APIx|||\\x04v200"})
    void whatIsNoClient(String printed) {
        assertThatThrownBy(() -> read(printed)).isInstanceOf(FrameException.class).hasMessageStartingWith("BAD_HELLO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AP", "API|", "API||||\\x09v17"})
    void aHelloThatEndsEarly(String printed) {
        assertThatThrownBy(() -> read(printed)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"176,200,200", "100,223,200", "100,193,193", "157,178,178", "176,176,176", "200,200,200", "201,213,-1",
            "100,175,-1", "300,200,-1"})
    void theSmallerMaximumOrNothing(int min, int max, int version) {
        assertThat(Handshake.negotiate(new ClientHello(min, max, "")).orElse(-1)).isEqualTo(version);
    }

    @Test
    void serverHellosReadBack() throws IOException {
        assertThat(Handshake.parseServerHello(Vectors.unprint("200|20260405 23:49:26 Central European Standard Time|")))
                .isEqualTo(new Handshake.ServerHello(200, "20260405 23:49:26 Central European Standard Time"));
        assertThatThrownBy(() -> Handshake.parseServerHello(Vectors.unprint("hello|")))
                .hasMessageContaining("BAD_HELLO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|||||", "\\xff\\xff\\xff\\xff", "\\x01|||"})
    void lengthsOutOfRange(String printed) {
        FrameReader reader = new FrameReader(new ByteArrayInputStream(Vectors.unprint(printed)));
        assertThatThrownBy(reader::read).isInstanceOf(FrameException.class)
                .hasMessageContaining("expected 1 to 16777215");
    }
}
