package alvh.daemon.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A home's lock, kill file and live consent. */
class HomeTest {

    private static final Instant NOW = Instant.parse("2026-03-10T14:15:00Z");

    @TempDir
    Path folder;

    @Test
    void theOptionWinsOverTheVariableOverTheDefault() {
        Path option = Path.of("/data/a");
        assertThat(Home.of(option, Map.of("ALVH_HOME", "/data/b"), "/root").folder()).isEqualTo(Path.of("/data/a"));
        assertThat(Home.of(null, Map.of("ALVH_HOME", "/data/b/../c"), "/root").folder()).isEqualTo(Path.of("/data/c"));
        assertThat(Home.of(null, Map.of("ALVH_HOME", " "), "/root").folder()).isEqualTo(Path.of("/root/.alvh"));
    }

    @Test
    void P28_aNewHomeIsItsOwners() throws IOException {
        Home home = new Home(folder.resolve("new"));
        home.create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder()))).isEqualTo("rwx------");
    }

    @Test
    void P21_oneHolderALock() throws IOException {
        Home home = new Home(folder);
        HomeLock first = HomeLock.take(home);
        assertThat(first).isNotNull();
        assertThat(HomeLock.take(home)).isNull();
        first.close();
        HomeLock second = HomeLock.take(home);
        assertThat(second).isNotNull();
        second.close();
    }

    @Test
    void P14_theKillFileSaysWhoAndWhyUntilItIsRemoved() throws IOException {
        KillFile file = new KillFile(new Home(folder));
        assertThat(file.present()).isFalse();
        assertThat(file.text()).isEmpty();
        file.write("anna", "it looks wrong");
        assertThat(file.present()).isTrue();
        assertThat(file.text()).isEqualTo("anna: it looks wrong");
        file.remove();
        file.remove();
        assertThat(file.present()).isFalse();
    }

    @Test
    void P14_aKillFileIsToldOnceAndClosesTheGateFirst() throws IOException {
        KillFile file = new KillFile(new Home(folder));
        List<Boolean> killed = new ArrayList<>(List.of(false));
        KillWatch watch = new KillWatch(file, () -> killed.get(0));
        assertThat(watch.begin()).singleElement().isInstanceOf(Command.SetTimer.class);
        file.write("anna", "stop");
        List<Command> seen = watch.on(new Event.TimerFired("kill-file"), NOW);
        assertThat(seen).hasSize(3);
        assertThat(seen.get(0)).isInstanceOf(Command.CloseGate.class);
        assertThat(seen.get(1)).isEqualTo(new Command.Post(new Event.Kill("KILL file", "anna: stop")));
        assertThat(watch.on(new Event.TimerFired("kill-file"), NOW)).hasSize(1);
        assertThat(watch.on(new Event.TimerFired("another"), NOW)).isEmpty();
        file.remove();
        watch.on(new Event.TimerFired("kill-file"), NOW);
        killed.set(0, true);
        file.write("anna", "again");
        assertThat(watch.on(new Event.TimerFired("kill-file"), NOW)).as("the journal knows").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"- | there is no consent file",
            "U1234567\\n2026-06-10 | -", "\\nU1234567\\n\\n2026-03-10\\n | -",
            "U1234567\\n2026-03-09 | expired on 2026-03-09",
            "U1234567\\n2026-06-11 | more than 92 days ahead",
            "U7654321\\n2026-06-10 | does not name U1234567 and a date, on two lines",
            "U1234567 | does not name U1234567 and a date, on two lines",
            "U1234567\\n2026-06-10\\nyes | does not name U1234567 and a date, on two lines",
            "U1234567\\n2026-02-30 | holds no date like 2026-12-31 in its second line",
            "U1234567\\nsoon | holds no date like 2026-12-31 in its second line"})
    void P10_theConsentNamesAccountAndALastDayNotFarAhead(String text, String missing) throws IOException {
        if (text != null) {
            Files.writeString(folder.resolve("LIVE-CONSENT"), text.replace("\\n", "\n"));
        }
        String answer = LiveConsent.missing(new Home(folder), "U1234567", NOW);
        if (missing == null) {
            assertThat(answer).isNull();
        } else {
            assertThat(answer).contains(missing);
        }
    }
}
