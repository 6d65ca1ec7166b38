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

    @Test
    void aFileWithNothingInItIsSaidToBeSo() throws Exception {
        Path head = Files.write(folder.resolve("head.cap"),
                "ALVHCAP\n\0\0\0\1\0\0\0\0\0\0\0\5".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(run(head.toString())).isZero();
        assertThat(err.toString()).contains("nothing has been recorded in").doesNotContain("filter");
        assertThat(run(Files.write(folder.resolve("empty"), new byte[0]).toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is empty");
        assertThat(run("/dev/null")).isEqualTo(2);
    }

    @Test
    void filtersThatNothingCanPassAreRefused() throws Exception {
        String file = capture().toString();
        assertThat(run(file, "--link", "-1")).isEqualTo(64);
        assertThat(err.toString()).contains("--link: got -1");
        assertThat(run(file, "--from", "2026-11-24T15:15", "--to", "2026-11-24T15:14")).isEqualTo(64);
        assertThat(err.toString()).contains("expected a time before --to");
        assertThat(run("")).isEqualTo(64);
        assertThat(err.toString()).contains("FILE: got ''");
    }

    @Test
    void blanksBetweenMessagesAreNoPartOfTheirNames() throws Exception {
        assertThat(run(capture().toString(), "--message", "position, positionEnd")).as(err.toString()).isZero();
    }

    @Test
    void outputThatCannotBeWrittenIsExitEightAndASentence() throws Exception {
        java.io.Writer full = new java.io.Writer() {
            @Override
            public void write(char[] text, int from, int length) throws java.io.IOException {
                throw new java.io.IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        int exit = new CommandLine(new FramesCommand()).setOut(new PrintWriter(full)).setErr(new PrintWriter(err))
                .execute(capture().toString());
        assertThat(exit).isEqualTo(8);
        assertThat(err.toString()).contains("cannot be written");
    }
}
