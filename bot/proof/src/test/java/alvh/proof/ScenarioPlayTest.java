package alvh.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import alvh.simulator.script.ParseOutcome;
import alvh.simulator.script.Scenario;
import alvh.simulator.script.ScenarioParser;
import alvh.simulator.script.ShippedScenarios;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenarios that come with the house, and those of this room, played by two processes and a person. */
@Timeout(240)
class ScenarioPlayTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"spike-with-harvest", "rough-sea", "default", "calm", "nothing-to-do", "book-too-small"})
    @Execution(ExecutionMode.CONCURRENT)
    void shipped(String name) {
        Scenario scenario = parsed(name, ShippedScenarios.text(name).orElseThrow());
        try (ScenarioPlay play = new ScenarioPlay(home, scenario, name)) {
            play.play();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused-order", "killed-while-working"})
    @Execution(ExecutionMode.CONCURRENT)
    void ours(String name) throws IOException {
        try (var in = ScenarioPlayTest.class.getResourceAsStream("/scenarios/" + name + ".scenario")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Path file = Files.writeString(home.resolve(name + ".scenario"), text);
            try (ScenarioPlay play = new ScenarioPlay(home, parsed(name, text), file.toString())) {
                play.play();
            }
        }
    }

    private static Scenario parsed(String name, String text) {
        Scenario scenario = switch (ScenarioParser.parse(name, text)) {
            case ParseOutcome.Parsed parsed -> parsed.scenario();
            case ParseOutcome.Broken broken -> throw new AssertionError(broken.problems().toString());
        };
        assertThat(scenario.steps()).as("a play without expectations proves nothing")
                .anyMatch(step -> step.line() instanceof alvh.simulator.script.Line.Expect);
        return scenario;
    }
}
