package alvh.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import alvh.simulator.script.ScenarioParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of the README name tests that exist and lines that can be read. */
class ReadmeTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final int WHAT = 2;

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.startsWith("| "))
                .map(line -> line.split("(?<!\\\\)\\|")).toList();
    }

    private static List<String> quoted(String cell) {
        Matcher matcher = QUOTED.matcher(cell);
        return matcher.results().map(found -> found.group(1).replace("\\|", "|")).toList();
    }

    @Test
    void everyTestNamedIsThere() throws IOException {
        String tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith(".java")).map(ReadmeTest::text)
                    .collect(Collectors.joining());
        }
        List<String> named = rows().stream().flatMap(row -> quoted(row[row.length - 1]).stream()).toList();
        assertThat(named).hasSizeGreaterThan(60).allSatisfy(name -> assertThat(tests).contains("void " + name + "("));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Words in capitals and {@code P}, {@code N} stand for values. */
    @Test
    void everyLineNamedCanBeRead() throws IOException {
        List<String> lines = rows().stream().flatMap(row -> quoted(row[WHAT]).stream())
                .filter(line -> line.contains(" ") && !line.startsWith("--"))
                .map(line -> line.replace("TARGET", "any").replace("KEY", "VIX260415C22").replace("CODE", "399")
                        .replace("UNITS", "2").replaceAll("\\[(.*)]", "$1").replaceAll("\\bN\\b", "3")
                        .replaceAll("\\bP\\b", "0.75"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(40).allSatisfy(line -> assertThat(
                ScenarioParser.readLine("README.md", 1, line)).isInstanceOf(ScenarioParser.LineOutcome.Read.class));
    }
}
