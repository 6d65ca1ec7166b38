package alvh.simulator.script;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import alvh.planner.money.Usd;
import alvh.simulator.market.WorldSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ShippedScenariosTest {

    static Scenario scenario(String name) {
        String text = ShippedScenarios.text(name).orElseThrow();
        return switch (ScenarioParser.parse(name, text)) {
            case ParseOutcome.Parsed parsed -> parsed.scenario();
            case ParseOutcome.Broken broken -> throw new AssertionError(broken.problems().toString());
        };
    }

    static WorldSpec world(Scenario scenario) {
        return switch (WorldBuilder.build(scenario)) {
            case WorldBuilder.Outcome.Built built -> built.spec();
            case WorldBuilder.Outcome.Broken broken -> throw new AssertionError(broken.problems().toString());
        };
    }

    static List<String> names() {
        return ShippedScenarios.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyShippedScenarioMakesAWorldAndTellsItsStoryInTwoLines(String name) {
        Scenario scenario = scenario(name);
        assertThat(scenario.title()).hasSizeBetween(20, 100);
        assertThat(scenario.about()).hasSizeBetween(40, 140);
        assertThat(world(scenario).names()).isNotEmpty();
    }

    @Test
    void everyFileInTheFolderIsNamedAndEveryNameHasAFile() throws IOException, URISyntaxException {
        Path folder = Path.of(ShippedScenarios.class.getResource("/scenarios/default.scenario").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".scenario", "")))
                    .containsExactlyInAnyOrderElementsOf(ShippedScenarios.NAMES);
        }
        assertThat(ShippedScenarios.nearest("defalt")).contains("default");
        assertThat(ShippedScenarios.text("../logback")).isEmpty();
    }

    @Test
    void setupLinesChangeThePreset() {
        WorldSpec small = world(scenario("book-too-small"));
        assertThat(small.account()).isEqualTo("DUSIM0001");
        assertThat(small.cash()).isEqualTo(Usd.of("25000"));
        assertThat(small.positions()).extracting(h -> Keys.write(h.key()), WorldSpec.Holding::quantity)
                .containsExactly(tuple("KO260320C74", -1),
                        tuple("KO260320C77", 1));
        WorldSpec calm = world(scenario("calm"));
        assertThat(calm.levels().vix()).isEqualTo(13.6);
        assertThat(calm.levels().advances()).isEqualTo(1720);
        assertThat(calm.recent().betaExpansion()).isZero();
        assertThat(calm.recent().spxLastDays()).hasSize(48).startsWith(0.0001, 0.00015);
        assertThat(calm.recent().oversold()).isEmpty();
        assertThat(world(scenario("hostile-live-account")).account()).isEqualTo("U1234567");
    }

    @Test
    void whatNoWorldHasIsRefusedWithItsLine() {
        String text = "title T\nabout A\nmarket deno\nlevel VIY 3\nstock ABC \"Abc\" 10 vol 20% beta 1 residual 10% yield 0%\n";
        Scenario scenario = ((ParseOutcome.Parsed) ScenarioParser.parse("x.scenario", text)).scenario();
        var broken = (WorldBuilder.Outcome.Broken) WorldBuilder.build(scenario);
        assertThat(broken.problems()).extracting(Problem::toString).satisfiesExactly(
                first -> assertThat(first).startsWith("x.scenario:3: got 'deno'").endsWith("nearest: demo"),
                second -> assertThat(second).startsWith("x.scenario:4: got 'VIY'").endsWith("nearest: VIX"));
    }

    @Test
    void aStockLineReplacesOrAddsAName() {
        String text = "title T\nabout A\nstock KO \"Coke\" 70 vol 20% beta 0.5 residual 10% yield 3%\n"
                + "stock QQQ \"Nasdaq\" 500 vol 20% beta 1.2 residual 5% yield 0.6% etf\n";
        WorldSpec world = world(((ParseOutcome.Parsed) ScenarioParser.parse("x.scenario", text)).scenario());
        assertThat(world.names()).filteredOn(n -> n.symbol().equals("KO")).singleElement()
                .isEqualTo(new WorldSpec.Name("KO", "Coke", 70, 0.20, 0.5, 0.10, 0.03, false));
        assertThat(world.names().getLast().etf()).isTrue();
    }
}
