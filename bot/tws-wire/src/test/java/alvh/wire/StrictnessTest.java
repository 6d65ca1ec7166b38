package alvh.wire;

import java.util.List;

import alvh.wire.WireException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What each reader makes of each deviation: one table for both directions and both kinds of strictness. */
class StrictnessTest {

    private static final String ACCEPTED = "accepted";

    private static String outcome(boolean request, String payload, int version, Strictness strictness) {
        byte[] body = Vectors.unprint(payload);
        try {
            WireMessage message = request
                    ? FrameCodec.decodeOutgoing(body, version, strictness)
                    : FrameCodec.decodeIncoming(body, version, strictness);
            assertThat(FrameCodec.encode(message, version)).isNotEmpty();
            return ACCEPTED;
        } catch (WireException refused) {
            return refused.problem() + " " + refused.index() + " " + refused.field();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            # deviation               ; request                   ; version ; lenient               ; strict
            as documented             ; 2|1|7|                    ; 200     ; accepted              ; accepted
            surplus fields            ; 2|1|7|surplus|more|       ; 200     ; accepted              ; TOO_LONG 3 surplus
            surplus without an end    ; 2|1|7|surplus             ; 200     ; accepted              ; TOO_LONG 3 surplus
            last field missing        ; 2|1|                      ; 200     ; TOO_SHORT 2 reqId     ; TOO_SHORT 2 reqId
            last field without an end ; 2|1|7                     ; 200     ; TOO_SHORT 2 reqId     ; TOO_SHORT 2 reqId
            another version constant  ; 2|2|7|                    ; 200     ; accepted              ; BAD_VALUE 1 version
            empty version constant    ; 2||7|                     ; 200     ; accepted              ; BAD_VALUE 1 version
            empty I                   ; 2|1||                     ; 200     ; accepted              ; EMPTY_NUMBER 2 reqId
            IMAX in an I              ; 2|1|2147483647|           ; 200     ; accepted              ; accepted
            beyond IMAX               ; 2|1|2147483648|           ; 200     ; BAD_VALUE 2 reqId     ; BAD_VALUE 2 reqId
            fraction in an I          ; 2|1|7.0|                  ; 200     ; BAD_VALUE 2 reqId     ; BAD_VALUE 2 reqId
            empty B                   ; 99||                      ; 200     ; accepted              ; accepted
            word in a B               ; 99|true|                  ; 200     ; BAD_VALUE 1 apiOnly   ; BAD_VALUE 1 apiOnly
            empty count               ; 7|3|1|0|||||||2147483647||; 200     ; accepted              ; EMPTY_NUMBER 11 count of specificDates
            history filter left out   ; 7|3|1|0|||||||            ; 200     ; TOO_SHORT 10 lastNDays; TOO_SHORT 10 lastNDays
            history filter too early  ; 7|3|1|0|||||||2147483647|0| ; 199   ; accepted              ; TOO_LONG 10 surplus
            count too great           ; 7|3|1|0|||||||2147483647|9|1| ; 200 ; BAD_COUNT 11 count of specificDates ; BAD_COUNT 11 count of specificDates
            count too small           ; 7|3|1|0|||||||2147483647|0|1| ; 200 ; accepted              ; TOO_LONG 12 surplus
            empty D                   ; 54|2|1||||||||||||||1|2|| ; 200     ; accepted              ; EMPTY_NUMBER 3 conId
            request of a later server ; 105|                      ; 196     ; UNKNOWN_MESSAGE 0 message id ; UNKNOWN_MESSAGE 0 message id
            request of this server    ; 105|                      ; 197     ; accepted              ; accepted
            unknown request           ; 22|1|7|                   ; 200     ; UNKNOWN_MESSAGE 0 message id ; UNKNOWN_MESSAGE 0 message id
            no message id             ; |1|7|                     ; 200     ; UNKNOWN_MESSAGE 0 message id ; UNKNOWN_MESSAGE 0 message id
            """)
    void requests(String deviation, String payload, int version, String lenient, String strict) {
        assertThat(outcome(true, payload, version, Strictness.LENIENT)).isEqualTo(lenient);
        assertThat(outcome(true, payload, version, Strictness.STRICT)).isEqualTo(strict);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            # deviation               ; answer                    ; version ; lenient               ; strict
            as documented             ; 9|1|51|                   ; 200     ; accepted              ; accepted
            surplus fields, R-01      ; 9|1|52|surplus|more|      ; 200     ; accepted              ; TOO_LONG 3 surplus
            last field missing, L-09  ; 9|1|                      ; 200     ; TOO_SHORT 2 orderId   ; TOO_SHORT 2 orderId
            last field without an end ; 9|1|51                    ; 200     ; TOO_SHORT 2 orderId   ; TOO_SHORT 2 orderId
            another version constant  ; 9|2|51|                   ; 200     ; accepted              ; BAD_VALUE 1 version
            empty i is 0, R-02        ; 9|1||                     ; 200     ; accepted              ; accepted
            fraction in an i, L-10    ; 9|1|5.5|                  ; 200     ; accepted              ; BAD_VALUE 2 orderId
            empty count               ; 93|110||                  ; 200     ; accepted              ; accepted
            count too great           ; 93|110|3|1|2|             ; 200     ; TOO_SHORT 5 lowEdge   ; TOO_SHORT 5 lowEdge
            count of a thousand       ; 93|110|1000|1|2|          ; 200     ; BAD_COUNT 2 count of priceIncrements ; BAD_COUNT 2 count of priceIncrements
            time of a later server    ; 4|2|-1|2104|fine||7|      ; 193     ; accepted              ; TOO_LONG 6 surplus
            time left out             ; 4|-1|2104|fine||          ; 194     ; TOO_SHORT 5 time      ; TOO_SHORT 5 time
            answer of a later server  ; 108|1|a|b|                ; 195     ; UNKNOWN_MESSAGE 0 message id ; UNKNOWN_MESSAGE 0 message id
            unknown tick kind         ; 99|1|5|0|1|               ; 200     ; UNKNOWN_VARIANT 3 kind ; UNKNOWN_VARIANT 3 kind
            unknown answer, R-10      ; 199|1|2|                  ; 200     ; UNKNOWN_MESSAGE 0 message id ; UNKNOWN_MESSAGE 0 message id
            skipped answer, L-13      ; -1|1|2|                   ; 200     ; UNKNOWN_MESSAGE 0 message id ; UNKNOWN_MESSAGE 0 message id
            """)
    void answers(String deviation, String payload, int version, String lenient, String strict) {
        assertThat(outcome(false, payload, version, Strictness.LENIENT)).isEqualTo(lenient);
        assertThat(outcome(false, payload, version, Strictness.STRICT)).isEqualTo(strict);
    }

    @Test
    void aClientReadsAnAnswerThatItsServerShouldNotKnow() {
        WireMessage end = FrameCodec.decodeIncoming(Vectors.unprint("108|1|a|b|"), 195, Strictness.LENIENT);
        assertThat(end.text("start")).isEqualTo("a");
        assertThatThrownBy(() -> FrameCodec.encode(end, 195)).hasMessage("UNKNOWN_MESSAGE in historicalDataEnd,"
                + " field 1 (message id): got \"108\", expected server version 196 or later, not 195");
    }

    /** The members of an order that a live gateway was seen to refuse when empty (4.6). */
    @ParameterizedTest
    @ValueSource(strings = {"ocaType", "triggerMethod", "displaySize", "adjustableTrailingUnit", "triggerPrice",
            "discretionaryAmt", "exemptCode", "volatilityType", "duration", "manualOrderIndicator"})
    void anOrderWithAnEmptyNumber(String field) {
        byte[] body = FrameCodec.encode(WireMessage.of(Outgoing.PLACE_ORDER).set(field, ""), 200);
        assertThat(FrameCodec.decodeOutgoing(body, 200, Strictness.LENIENT).has(field)).isTrue();
        assertThatThrownBy(() -> FrameCodec.decodeOutgoing(body, 200, Strictness.STRICT))
                .isInstanceOfSatisfying(WireException.class, error -> {
                    assertThat(error.problem()).isEqualTo(Problem.EMPTY_NUMBER);
                    assertThat(error.field()).isEqualTo(field);
                });
    }

    /** Other clients leave numbers empty: a lenient server takes all they sent, a strict one refuses the orders. */
    @Test
    void whatOtherClientsSendMeetsAStrictServer() {
        List<String> refused = Vectors.otherClients().stream().filter(
                frame -> !outcome(true, frame.payload(), frame.version(), Strictness.STRICT).equals(ACCEPTED))
                .map(frame -> frame.vector() + " " + frame.payload().split("\\|")[0]).distinct().toList();
        assertThat(refused).containsExactly("S-01 1", "S-01 9", "S-01 3", "S-01 7", "S-01 20", "S-02 3", "S-02 2");
        assertThat(Vectors.otherClients()).allMatch(
                frame -> outcome(true, frame.payload(), frame.version(), Strictness.LENIENT).equals(ACCEPTED));
    }
}
