package alvh.simulator;

import java.time.Instant;
import java.util.List;

import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.gateway.GatewayInput;
import alvh.simulator.script.ParseOutcome;
import alvh.simulator.script.Scenario;
import alvh.simulator.script.ScenarioParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScenarioLinesTest {

    private static final Scenario PLAY = ((ParseOutcome.Parsed) ScenarioParser.parse("p.scenario", """
            title T
            about A
            market demo
            hold
            delayed on
            at 10:17 link down
            person approve
            release
            at 10:18 person looks
            at 10:19 link up
            after fills jump SPX -4%
            """)).scenario();
    private static final List<ExchangeOutput> OPENED = List
            .of(new ExchangeOutput.Opened(Instant.EPOCH, "DUSIM0001", 1));

    private static final Instant START = Instant.parse("2026-03-10T14:15:00Z");

    private static List<String> first(List<ExchangeOutput> past, boolean readOnly, Instant now) {
        return ScenarioLines.first(PLAY, past, readOnly, START, now).stream()
                .map(input -> ((GatewayInput.Script) input).step().text())
                .toList();
    }

    @Test
    void linesInTheirTurnEndWhereThePlayBegins() {
        assertThat(first(List.of(), false, START)).containsExactly("hold", "delayed on", "at 10:17 link down",
                "at 10:19 link up", "after fills jump SPX -4%");
        assertThat(first(List.of(), true, START)).endsWith("--readonly");
    }

    @Test
    void aResumedAccountPlaysOnlySwitchesAndWhatStillWaits() {
        assertThat(first(OPENED, false, START.plusSeconds(180))).containsExactly("delayed on", "at 10:19 link up",
                "after fills jump SPX -4%");
        assertThat(first(OPENED, false, START.plusSeconds(86_400))).as("not again on the next day")
                .containsExactly("delayed on", "after fills jump SPX -4%");
    }
}
