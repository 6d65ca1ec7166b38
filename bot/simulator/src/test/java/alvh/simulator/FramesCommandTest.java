package alvh.simulator;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The verb's own words and exit codes; what it prints is tested beside the printer. */
class FramesCommandTest {

    @TempDir
    Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new FramesCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(args);
    }

    private Path capture() throws Exception {
        return Files.write(folder.resolve("a.cap"),
                ("ALVHCAP\n\0\0\0\1\0\0\0\0\0\0\0\5" + "O\0\0\0\1\0\0\0\0\0\0\0\6\0\0\0\4gate")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void printsAFileAndAFolder() throws Exception {
        assertThat(run(capture().toString())).isZero();
        assertThat(out)
                .hasToString(String.format(java.util.Locale.ROOT, "1970-01-01 00:00:00.006Z  1 -- opened  gate%n"));
        assertThat(run(folder.toString(), "--json")).isZero();
        assertThat(out.toString()).contains("{\"time\":\"1970-01-01T00:00:00.006Z\",\"link\":1,\"event\":\"opened\"");
    }

    @Test
    void aFileThatIsNoneIsExitTwoAndASentence() throws Exception {
        assertThat(run(Files.writeString(folder.resolve("x"), "hello world").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is no capture");
        assertThat(run(folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("does not exist");
    }

    @Test
    void wrongUsageIsExitSixtyFourAndSaysWhatWasExpected() throws Exception {
        String file = capture().toString();
        assertThat(run(file, "--direction", "up")).isEqualTo(64);
        assertThat(err.toString()).contains("expected sent or received");
        assertThat(run(file, "--message", "openOrders")).isEqualTo(64);
        assertThat(err.toString()).contains("got 'openOrders'");
        assertThat(run(file, "--from", "noon")).isEqualTo(64);
        assertThat(err.toString()).contains("2026-11-24T15:15");
        assertThat(run()).isEqualTo(64);
        assertThat(run(file, "--unmask")).isEqualTo(64);
    }

    @Test
    void nothingThatPassesIsSaid() throws Exception {
        assertThat(run(capture().toString(), "--link", "2")).isZero();
        assertThat(err.toString()).contains("passes the filter");
    }
}
