package alvh.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import alvh.wire.WireException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Frames that only a broken or hostile peer sends: refused with a name, without filling the memory or the log. */
class HostileFrameTest {

    private static WireMessage answer(String payload) {
        return FrameCodec.decodeIncoming(Vectors.unprint(payload), 200, Strictness.LENIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "-1E999999999", "1E-999999999", "9E401"})
    void aDecimalWhosePlainTextWouldFillTheMemory(String text) {
        assertThatThrownBy(() -> answer("2|6|1|8|" + text + "|").decimal("size"))
                .hasMessage("BAD_VALUE in tickSize (size): got \"" + text + "\", expected a decimal number");
        String order = FrameCodec.print(FrameCodec.encode(WireMessage.of(Outgoing.PLACE_ORDER), 200))
                .replace("|BUY||", "|BUY|" + text + "|");
        assertThatThrownBy(() -> FrameCodec.decodeOutgoing(Vectors.unprint(order), 200, Strictness.LENIENT))
                .isInstanceOfSatisfying(WireException.class,
                        error -> assertThat(error.field()).isEqualTo("totalQuantity"));
    }

    @Test
    void theLargestDoubleIsADecimalToo() {
        assertThat(answer("2|6|1|8|1.5E308|").decimal("size").toPlainString()).hasSize(309).startsWith("15000");
        assertThat(answer("2|6|1|8|" + "1".repeat(400) + "|").decimal("size").precision()).isEqualTo(400);
    }

    @Test
    void aDecimalOfAMillionDigits() {
        assertThatThrownBy(() -> answer("2|6|1|8|" + "7".repeat(1_000_000) + "|").decimal("size"))
                .isInstanceOfSatisfying(WireException.class, error -> {
                    assertThat(error.text()).isEqualTo("7".repeat(200) + "... (1000000 characters)");
                    assertThat(error.getMessage()).hasSizeLessThan(400);
                });
    }

    @Test
    void controlCharactersDoNotReachTheLog() {
        assertThatThrownBy(() -> answer("9|1|\\x1b[2J\\x07|").intValue("orderId"))
                .hasMessageContaining("got \"\\u001b[2J\\u0007\"");
    }

    @Test
    void moreElementsThanAnyGatewaySends() {
        byte[] body = new byte[FrameReader.MAX_LENGTH];
        byte[] head = "7\0003\0003001\0000\000\000\000\000\000\000\0002147483647\0008000000\000"
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, body, 0, head.length);
        assertThatThrownBy(() -> FrameCodec.decodeOutgoing(body, 200, Strictness.LENIENT))
                .hasMessage("BAD_COUNT in reqExecutions, field 12 (count of specificDates): got \"8000000\","
                        + " expected 0 to 250000 elements");
    }

    @Test
    void theLongestFrameOfNothingAtAll() {
        byte[] zeros = new byte[FrameReader.MAX_LENGTH];
        assertThatThrownBy(() -> FrameCodec.decodeIncoming(zeros, 200, Strictness.STRICT))
                .isInstanceOfSatisfying(WireException.class,
                        error -> assertThat(error.problem()).isEqualTo(Problem.UNKNOWN_MESSAGE));
        zeros[0] = '9';
        zeros[2] = '1';
        assertThatThrownBy(() -> FrameCodec.decodeIncoming(zeros, 200, Strictness.STRICT))
                .isInstanceOfSatisfying(WireException.class, error -> {
                    assertThat(error.problem()).isEqualTo(Problem.TOO_LONG);
                    assertThat(error.getMessage()).hasSizeLessThan(400);
                });
        byte[] unended = new byte[FrameReader.MAX_LENGTH];
        Arrays.fill(unended, (byte) '1');
        assertThatThrownBy(() -> FrameCodec.decodeIncoming(unended, 200, Strictness.STRICT))
                .isInstanceOfSatisfying(WireException.class,
                        error -> assertThat(error.problem()).isEqualTo(Problem.TOO_SHORT));
    }
}
