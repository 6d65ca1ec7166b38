package alvh.daemon;

import java.io.PrintWriter;
import java.io.StringWriter;

import alvh.daemon.cli.Out;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Beside a running daemon its journal is locked: a verb that is not asked through the door could only fail. */
class AskedVerbsTest {

    @Test
    void everyVerbOfTheDaemonIsAskedThroughItsDoor() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThat(Main.ASKED).containsExactlyInAnyOrderElementsOf(
                Daemon.inside(new Out(nowhere, nowhere, null, "anna")).getSubcommands().keySet());
    }
}
