package alvh.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A file has one job: none is longer than 400 lines. And every package says its plot. */
class SizeRulesTest {

    private static final int LONGEST = 400;
    private static final Path BOT = Path.of("..").toAbsolutePath().normalize();

    private static List<Path> sources(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(BOT)) {
            return files.filter(f -> f.toString().endsWith(".java") && f.toString().contains("/src/" + kind + "/"))
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noSourceFileIsLongerThanTheGate() throws IOException {
        List<Path> main = sources("main");
        assertThat(main).hasSizeGreaterThan(300);
        assertThat(main.stream().filter(f -> lines(f) > LONGEST).map(f -> lines(f) + " " + BOT.relativize(f)))
                .isEmpty();
    }

    @Test
    void everyPackageSaysItsPlot() throws IOException {
        assertThat(sources("main").stream().map(Path::getParent).distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))).map(BOT::relativize)).isEmpty();
    }
}
