package alvh.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which characters travel, and how (protocol page 2.5). */
class CharactersTest {

    @Test
    void exactlyTheBytesOfThePageTravel() {
        for (int c = 0; c < 0x10000; c++) {
            boolean documented = c >= 32 && c <= 126 || c == 9 || c == 10 || c == 13;
            assertThat(WireText.allowed((char) c)).as("character %d", c).isEqualTo(documented);
        }
    }

    @ParameterizedTest
    @CsvSource({"caf\u00e9, caf?", "\u65e5\u672c 225, ?? 225", "plain, plain", "\u007f, ?", "\ud83d\ude00, ??"})
    void theTextOf579HasAQuestionMarkForEachOther(String text, String masked) {
        assertThat(WireText.masked(text)).isEqualTo(masked);
    }

    /** longName, error text and its JSON: what was set comes back, and only ASCII travels. */
    @ParameterizedTest
    @ValueSource(strings = {"caf\u00e9", "\u65e5\u672c", "\ud83d\ude00", "a\u0000b", "", "plain", "\u20ac 5",
            "line\nline"})
    void escapedFieldsCarryEveryCharacter(String text) {
        WireMessage error = WireMessage.of(Incoming.ERROR).set("message", text).set("advancedOrderRejectJson", text);
        WireMessage details = WireMessage.of(Incoming.CONTRACT_DETAILS).set("longName", text);
        byte[] body = FrameCodec.encode(error, 200);
        for (byte one : body) {
            assertThat(one == 0 || WireText.allowed((char) (one & 0xff))).isTrue();
        }
        WireMessage read = FrameCodec.decodeIncoming(body, 200, Strictness.STRICT);
        assertThat(read.text("message")).isEqualTo(text);
        assertThat(read.text("advancedOrderRejectJson")).isEqualTo(text);
        assertThat(FrameCodec.decodeIncoming(FrameCodec.encode(details, 176), 176, Strictness.STRICT).text("longName"))
                .isEqualTo(text);
    }

    /** What is no whole escape stays as it came. */
    @ParameterizedTest
    @CsvSource({"\\u00e9,\u00e9", "\\u00E9,\u00e9", "\\u12,\\u12", "\\u00g9,\\u00g9", "\\\\u0041,\\A",
            "a\\u0041b\\u0042,aAbB",
            "\\u,\\u", "\\u\\u0041,\\uA", "\\n,\\n"})
    void escapesOfOthers(String travelling, String text) {
        byte[] body = WireText.bytes("4|-1|1|" + travelling + "||0|");
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '|' ? 0 : body[i];
        }
        assertThat(FrameCodec.decodeIncoming(body, 200, Strictness.LENIENT).text("message")).isEqualTo(text);
    }

    /** each byte is one character, also those of UTF-8. */
    @Test
    void incomingBytesAreLatin1() {
        assertThat(FrameCodec.decodeIncoming(Vectors.unprint("46|6|1001|32|caf\\xe9|"), 200, Strictness.STRICT)
                .text("value")).isEqualTo("caf\u00e9");
        assertThat(FrameCodec.decodeIncoming(Vectors.unprint("46|6|1001|32|caf\\xc3\\xa9|"), 200, Strictness.STRICT)
                .text("value")).isEqualTo("caf\u00c3\u00a9");
    }

    @Test
    void otherTextsAreRefusedNotEscaped() {
        assertThatThrownBy(() -> WireMessage.of(Incoming.TICK_STRING).set("value", "caf\u00e9"))
                .isInstanceOf(WireException.class).hasMessageStartingWith("NOT_ASCII in tickString (value)");
    }
}
