package alvh.daemon.execution;

import java.util.stream.Stream;

import alvh.daemon.execution.AttemptMoves.By;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The transition table of reliability 5.1, row by row. */
class AttemptMovesTest {

    @ParameterizedTest
    @CsvSource({
            "SENDING,    ACKED WORKING PARTIAL INACTIVE UNVERIFIED FILLED CANCELLED REJECTED EXPIRED",
            "SENT,       ACKED WORKING PARTIAL INACTIVE UNVERIFIED FILLED CANCELLED REJECTED EXPIRED",
            "ACKED,      WORKING PARTIAL INACTIVE UNVERIFIED FILLED CANCELLED REJECTED EXPIRED",
            "WORKING,    PARTIAL INACTIVE UNVERIFIED FILLED CANCELLED REJECTED EXPIRED",
            "PARTIAL,    INACTIVE UNVERIFIED FILLED CANCELLED REJECTED EXPIRED",
            "CANCEL_REQ, INACTIVE UNVERIFIED FILLED CANCELLED REJECTED EXPIRED",
            "INACTIVE,   ACKED WORKING PARTIAL UNVERIFIED FILLED CANCELLED REJECTED EXPIRED",
            "UNVERIFIED, FILLED CANCELLED REJECTED EXPIRED",
            "UNKNOWN,    ACKED WORKING PARTIAL INACTIVE UNVERIFIED FILLED CANCELLED REJECTED EXPIRED",
            "FILLED, ''", "CANCELLED, ''", "REJECTED, ''", "EXPIRED, ''", "DENIED, ''"})
    void brokerMovesGoForwardsOnly(AttemptState from, String to) {
        for (AttemptState next : AttemptState.values()) {
            assertThat(AttemptMoves.allowed(from, next, By.BROKER)).as("%s to %s", from, next)
                    .isEqualTo(Stream.of(to.split(" ")).anyMatch(next.name()::equals));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "SENDING,    SENT UNKNOWN DENIED CANCEL_REQ",
            "SENT,       UNKNOWN CANCEL_REQ", "ACKED, UNKNOWN CANCEL_REQ", "WORKING, UNKNOWN CANCEL_REQ",
            "PARTIAL,    UNKNOWN CANCEL_REQ", "INACTIVE, UNKNOWN CANCEL_REQ", "UNVERIFIED, UNKNOWN CANCEL_REQ",
            "CANCEL_REQ, UNKNOWN DENIED",
            "UNKNOWN,    CANCELLED EXPIRED CANCEL_REQ",
            "FILLED, ''", "CANCELLED, ''", "REJECTED, ''", "EXPIRED, ''", "DENIED, ''"})
    void ourMovesAreFew(AttemptState from, String to) {
        for (AttemptState next : AttemptState.values()) {
            assertThat(AttemptMoves.allowed(from, next, By.OURSELVES)).as("%s to %s", from, next)
                    .isEqualTo(Stream.of(to.split(" ")).anyMatch(next.name()::equals));
        }
    }

    @Test
    void P03_nothingLeavesSendingTowardsAnEndButByProof() {
        for (AttemptState end : AttemptState.values()) {
            if (end.terminal() && end != AttemptState.DENIED) {
                assertThat(AttemptMoves.allowed(AttemptState.SENDING, end, By.OURSELVES)).isFalse();
            }
        }
    }
}
