package alvh.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import alvh.simulator.market.WorldSpec;
import alvh.simulator.script.ParseOutcome;
import alvh.simulator.script.Problem;
import alvh.simulator.script.Scenario;
import alvh.simulator.script.ScenarioParser;
import alvh.simulator.script.ShippedScenarios;
import alvh.simulator.script.WorldBuilder;

/** Finds a scenario by name or file, and turns its problems into a refusal. */
final class ScenarioShelf {

    private ScenarioShelf() {}

    static Scenario find(String nameOrFile) throws Refusal {
        Optional<String> shipped = ShippedScenarios.text(nameOrFile);
        if (shipped.isPresent()) {
            return parsed(nameOrFile, shipped.get());
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            String nearest = ShippedScenarios.nearest(nameOrFile).map(name -> "; nearest: " + name).orElse("");
            throw new Refusal(Refusal.USAGE, "--scenario: got '" + nameOrFile + "', which is neither a file nor one of "
                    + String.join(", ", ShippedScenarios.NAMES) + nearest);
        }
        try {
            return parsed(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new Refusal(Refusal.CONFIG, "--scenario: cannot read " + file + ": " + unreadable);
        }
    }

    static WorldSpec world(Scenario scenario) throws Refusal {
        return switch (WorldBuilder.build(scenario)) {
            case WorldBuilder.Outcome.Built built -> built.spec();
            case WorldBuilder.Outcome.Broken broken -> throw refusal(broken.problems());
        };
    }

    private static Scenario parsed(String name, String text) throws Refusal {
        return switch (ScenarioParser.parse(name, text)) {
            case ParseOutcome.Parsed parsed -> parsed.scenario();
            case ParseOutcome.Broken broken -> throw refusal(broken.problems());
        };
    }

    private static Refusal refusal(List<Problem> problems) {
        return new Refusal(Refusal.CONFIG,
                problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
    }

    /** The shipped scenarios, one line each. */
    static String list() throws Refusal {
        StringBuilder lines = new StringBuilder();
        for (String name : ShippedScenarios.NAMES) {
            Scenario scenario = find(name);
            lines.append(String.format(Locale.ROOT, "%-22s %s%n%-22s %s%n", name, scenario.title(), "",
                    scenario.about()));
        }
        return lines.toString();
    }
}
