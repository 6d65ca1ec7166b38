package alvh.planner.report;

import java.time.Duration;
import java.util.List;

import alvh.planner.signal.Signal;
import alvh.planner.signal.SignalId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Value or reason, vote, age and effect of each signal in one sentence. */
class SignalLinesTest {

    private static String line(Signal signal) {
        return SignalLines.of(List.of(signal)).get(0).text();
    }

    @Test
    void aVoteIsSaidWithItsAgeAndItsEffect() {
        assertThat(line(new Signal(SignalId.BREADTH, -12, 0.5, "RSP/SPY below EMA21: rolled over",
                Duration.ofHours(18).plusMinutes(15), List.of(), null)))
                .isEqualTo(
                        "breadth (V2): RSP/SPY below EMA21: rolled over; vote 0.5, 18 h old. It can change: one vote, "
                                + "half from the proxy; with the MACD it opens Acceleration");
    }

    @Test
    void whatHasNoVoteSaysNone() {
        assertThat(line(new Signal(SignalId.RSI, 22, 0, "KO 22.0", Duration.ofSeconds(3), List.of(), null)))
                .isEqualTo("RSI extremes: KO 22.0, as of now. It can change: no vote; warnings and journal lines");
    }

    @Test
    void whatIsMissingSaysWhyAndWhatItWouldHaveMoved() {
        assertThat(line(Signal.missing(SignalId.EVENT_SURPRISE, "no events file"))).isEqualTo(
                "event surprise (V7): missing, no events file. It could change: one vote on the session of the release "
                        + "and the next");
    }

    @Test
    void everySignalOfAPlanHasItsLine() {
        List<Signal> all = java.util.Arrays.stream(SignalId.values()).map(id -> Signal.missing(id, "x")).toList();
        assertThat(SignalLines.of(all)).hasSize(SignalId.values().length)
                .allSatisfy(line -> assertThat(line.text()).contains("It could change: "));
    }
}
