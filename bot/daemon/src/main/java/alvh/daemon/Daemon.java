package alvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import alvh.daemon.audit.Database;
import alvh.daemon.cli.Out;
import alvh.daemon.cli.Verbs;
import alvh.daemon.config.Setting;
import alvh.daemon.config.Settings;
import alvh.daemon.desk.Event;
import alvh.daemon.ops.Door;
import alvh.daemon.ops.DoorServer;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.HomeLock;
import alvh.daemon.ops.Signals;
import alvh.daemon.ops.Stop;
import picocli.CommandLine;

/** A running daemon in this process: lock, rooms, door; and how it stops. */
final class Daemon implements AutoCloseable {

    private static final long STOP_PATIENCE_SECONDS = 25;

    private final HomeLock lock;
    private final Wiring wiring;
    private final DoorServer door;

    private Daemon(HomeLock lock, Wiring wiring, DoorServer door) {
        this.lock = lock;
        this.wiring = wiring;
        this.door = door;
    }

    /** Starts everything; Stop with the exit code of the first thing that does not allow it. */
    static Daemon start(Home home, Settings settings, boolean scheduled) {
        HomeLock lock = lock(home);
        try {
            Wiring wiring = new Wiring(home, settings,
                    Startup.own(settings), scheduled);
            DoorServer door = door(home, wiring);
            wiring.start();
            Signals.on("USR2", () -> new InsideAccess(wiring).kill("SIGUSR2", "signal", false));
            return new Daemon(lock, wiring, door);
        } catch (Wiring.Refused e) {
            throw new Stop(e.exitCode(), e.getMessage());
        } catch (Database.OpenFailure e) {
            throw new Stop(e.exitCode(), e.getMessage());
        } catch (IOException e) {
            throw new Stop(8, "E-DISK  the home " + home.folder() + " cannot be written: " + e.getMessage()
                    + " · nothing was started");
        } catch (SQLException e) {
            throw new Stop(7, "E-JOURNAL  the journal in " + home.folder() + " cannot be read: " + e.getMessage()
                    + " · nothing was started");
        }
    }

    static HomeLock lock(Home home) {
        try {
            HomeLock lock = HomeLock.take(home);
            if (lock == null) {
                Door running = Door.find(home);
                throw new Stop(4,
                        "E-LOCKED  another daemon" + (running == null ? "" : " (process " + running.pid() + ")")
                                + " works on " + home.folder()
                                + " · one daemon a home · nothing was started: stop it, or use another --home");
            }
            return lock;
        } catch (IOException e) {
            throw new Stop(8, "E-DISK  the home " + home.folder() + " cannot be made or locked: " + e.getMessage());
        }
    }

    private static DoorServer door(Home home, Wiring wiring) throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        int wanted = wiring.settings().whole(Setting.CONSOLE_PORT);
        DoorServer server = new DoorServer(wanted, token, request -> verb(wiring, request));
        try {
            int port = server.start();
            new Door(port, token, ProcessHandle.current().pid(), Door.place(home)).write(home);
            return server;
        } catch (RuntimeException e) {
            throw new Stop(16,
                    "E-PORT  console.port " + wanted
                            + " is in use on this machine · expected a free port, or 0 for any · "
                            + "nothing was started");
        }
    }

    private static Door.Answer verb(Wiring wiring, Door.Request request) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InsideAccess access = new InsideAccess(wiring);
        Out to = new Out(new PrintWriter(out, true), new PrintWriter(err, true), () -> access, request.user());
        int code = inside(to).execute(request.args().toArray(String[]::new));
        return new Door.Answer(out.toString(), err.toString(), code);
    }

    /** The verbs that a running daemon answers itself. */
    static CommandLine inside(Out to) {
        return Verbs.tree(to, Wiring.VERSION, Map.of("", List.of(new PlanVerb(to))));
    }

    Wiring wiring() {
        return wiring;
    }

    /** Asks the desk to stop and waits for it; gives the desk's exit code. */
    int stop(String because) throws InterruptedException {
        wiring.post(new Event.StopRequested(because));
        try {
            return wiring.ended().get(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return 70;
        }
    }

    @Override
    public void close() {
        door.close();
        try {
            Files.deleteIfExists(wiring.home().door());
            wiring.close();
            lock.close();
        } catch (IOException e) {
            throw new Stop(8, "E-DISK  the home could not be closed cleanly: " + e.getMessage());
        }
    }
}
