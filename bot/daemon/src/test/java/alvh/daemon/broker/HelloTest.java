package alvh.daemon.broker;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HelloTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aTwsServerIsKnownByItsFrame() {
        assertThat(Hello.of(bytes("\0\0\0\u001a200\00020261005 10:00:00 EST\0"))).isEqualTo(new Hello.Tws(200));
        assertThat(Hello.of(bytes("\0\0\0\u001a176\0"))).isEqualTo(new Hello.Tws(176));
    }

    @Test
    void whatIsOddInAHelloIsShownAsItsByte() {
        assertThat(Hello.of(bytes("\0\u00ff\u00ff\u00ff200\00020261005 10:00:00 EST\0"))).isEqualTo(
                new Hello.Stranger("\\x00\\xff\\xff\\xff200\\x0020261005 10:00:00 EST\\x00"));
        assertThat(Hello.of(bytes("\\xff\u001b[31m"))).as("a backslash that was sent is none of ours").isEqualTo(
                new Hello.Stranger("\\x5cxff\\x1b[31m"));
    }

    @Test
    void anythingElseIsAStranger() {
        assertThat(Hello.of(bytes("HTTP/1.1 400 Bad Request\r\nServer: x"))).isEqualTo(
                new Hello.Stranger("HTTP/1.1 400 Bad Request\\x0d\\x0aServer: x"));
        assertThat(Hello.of(bytes("SSH-2.0-OpenSSH"))).isInstanceOf(Hello.Stranger.class);
        assertThat(Hello.of(bytes("\0\0\0\u001a2x0\0"))).isInstanceOf(Hello.Stranger.class);
        assertThat(Hello.of(new byte[0])).isEqualTo(new Hello.Silent(0));
        assertThat(Hello.of(bytes("\0\0\0\u001a20"))).isEqualTo(new Hello.Silent(6));
    }
}
