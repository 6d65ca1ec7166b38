package alvh.daemon.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentWatchTest {

    private static final Instant LAST_DAY = Instant.parse("2026-03-10T14:15:00Z");
    private static final Event RELEASE = new Event.Release(null, null, Event.AUTO);

    @TempDir
    Path folder;
    private ConsentWatch watch;

    @BeforeEach
    void consent() throws IOException {
        Files.writeString(folder.resolve("LIVE-CONSENT"), "U7654321\n2026-03-10\n");
        watch = new ConsentWatch(now -> LiveConsent.missing(new Home(folder), "U7654321", now));
    }

    @Test
    void aConsentThatHoldsLetsOrdersLeave() {
        assertThat(watch.on(RELEASE, LAST_DAY)).isEmpty();
    }

    @Test
    void P10_aReleaseAfterTheLastDayFindsTheGateClosed() {
        assertThat(watch.on(RELEASE, LAST_DAY.plusSeconds(86_400))).first().isEqualTo(new Command.CloseGate());
    }

    @Test
    void P10_aConsentTakenAwayWhileTheDaemonRunsClosesTheGate() throws IOException {
        Files.delete(folder.resolve("LIVE-CONSENT"));
        assertThat(watch.on(RELEASE, LAST_DAY)).hasSize(2).last()
                .satisfies(c -> assertThat(c.toString()).contains("W-LIVE-CONSENT").contains("no consent file"));
    }

    @Test
    void otherEventsAskNothing() {
        assertThat(watch.on(new Event.Forced(1), LAST_DAY.plusSeconds(86_400))).isEmpty();
    }
}
