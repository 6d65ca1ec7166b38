package alvh.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;

import alvh.simulator.capture.BadCapture;
import alvh.simulator.capture.ReplayServer;

/** {@code simulate --replay}: one recorded session for one client, then the end. */
final class ReplayVerb {

    private static final int DIFFERS = 1;
    private final PrintWriter out;
    private final Clock clock;

    /**
     * The options.
     *
     * @param link null for the first
     * @param speed max or real
     * @param patience seconds
     * @param ready null for none
     */
    record How(Integer link, String speed, int patience, int port, Path ready) {}

    ReplayVerb(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    int play(Path capture, How how) throws Refusal {
        boolean real = how.speed().equals("real");
        if (!real && !how.speed().equals("max")) {
            throw new Refusal(Refusal.USAGE, "--speed: got '" + how.speed() + "', expected max or real");
        }
        if (how.patience() < 1 || how.patience() > 3600) {
            throw new Refusal(Refusal.USAGE, "--patience: got " + how.patience() + ", expected 1 to 3600 seconds");
        }
        try (ReplayServer server = ReplayServer.open(capture, how.link(), how.port(), clock)) {
            if (how.ready() != null) {
                new ReadyFile("127.0.0.1", server.port(), "", ProcessHandle.current().pid(), 0, "replay", 0)
                        .write(how.ready());
            }
            say("Replay of link " + server.link() + " at 127.0.0.1:" + server.port() + " · server version "
                    + server.version() + " · waits for a client");
            return server.play(real, how.patience() * 1000L, this::say) == 0 ? 0 : DIFFERS;
        } catch (BadCapture bad) {
            throw new Refusal(Refusal.CONFIG, bad.getMessage());
        } catch (BindException busy) {
            throw new Refusal(Refusal.PORT_IN_USE, "127.0.0.1:" + how.port() + " is in use by another program. End that"
                    + " one, choose another with --port, or let --port 0 find a free one.");
        } catch (IOException broken) {
            throw new UncheckedIOException("the replay cannot be kept up", broken);
        } catch (InterruptedException ended) {
            return DIFFERS;
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
