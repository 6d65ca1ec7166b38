package alvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import alvh.daemon.cli.Out;
import alvh.daemon.cli.Verbs;
import alvh.daemon.ops.Door;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.KillFile;
import picocli.CommandLine;

/**
 * The program: one verb, one exit code. With a daemon alive on the home, verbs that look or decide are one request to it;
 * else they open the journal themselves, or act.
 */
public final class Main {

    /** Verbs that the running daemon answers: all of its own tree. */
    static final Set<String> ASKED = Set.of("status", "positions", "cases", "explain", "measures", "ladder", "approve",
            "reject", "decide", "kill", "resume", "audit", "plan");

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static int run(String[] args, PrintWriter out, PrintWriter err) {
        String user = System.getProperty("user.name", "somebody");
        boolean help = Arrays.stream(args).anyMatch(a -> a.equals("-h") || a.equals("--help"));
        boolean rebuild = args.length > 1 && args[0].equals("audit") && args[1].equals("rebuild");
        if (args.length > 0 && ASKED.contains(args[0]) && !help && !rebuild) {
            Integer answered = ask(args, user, out, err);
            if (answered != null) {
                return answered;
            }
        }
        try (Opened opened = new Opened(homeOf(args))) {
            Out to = new Out(out, err, opened::get, user);
            return tree(to, new Out(out, err, null, user)).execute(args);
        }
    }

    /** The journal of a home, opened for looking when a verb first asks. */
    private static final class Opened implements AutoCloseable {
        private final Home home;
        private OutsideAccess access;

        Opened(Home home) {
            this.home = home;
        }

        OutsideAccess get() {
            if (access == null) {
                access = new OutsideAccess(home);
            }
            return access;
        }

        @Override
        public void close() {
            if (access != null) {
                access.close();
            }
        }
    }

    private static CommandLine tree(Out looking, Out acting) {
        CommandLine config = new CommandLine(new HouseKeeping.Config()).addSubcommand(new HouseKeeping.Check(acting));
        CommandLine ledger = new CommandLine(new LedgerVerbs.Ledger()).addSubcommand(new LedgerVerbs.Import(acting));
        return Verbs.tree(looking, Wiring.VERSION, Map.of("", List.of(new DemoVerb(acting), new RunVerb(acting),
                new PlanVerb(acting), config, ledger), "audit", List.of(new HouseKeeping.Rebuild(acting))));
    }

    /** The running daemon's answer, or null when none runs. */
    private static Integer ask(String[] args, String user, PrintWriter out, PrintWriter err) {
        Home home = homeOf(args);
        Door door = Door.find(home);
        if (door == null) {
            return null;
        }
        try {
            if (args[0].equals("kill")) {
                new KillFile(home).write(user, "command line");
            }
            Door.Answer answer = door.ask(new Door.Request(List.of(args), user));
            if (answer == null) {
                return null;
            }
            out.print(answer.out());
            err.print(answer.err());
            return answer.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 70;
        } catch (IOException e) {
            err.println("E-KILL-FILE  " + home.kill() + " could not be written: " + e.getMessage());
            return 8;
        }
    }

    private static Home homeOf(String[] args) {
        Path option = null;
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith("--home=")
                    ? args[i].substring(7)
                    : args[i].equals("--home") && i + 1 < args.length ? args[i + 1] : null;
            try {
                option = value == null || value.isEmpty() ? option : Path.of(value);
            } catch (InvalidPathException e) {
                // The verb's own parsing says it properly.
                option = null;
            }
        }
        return home(option);
    }

    static Home home(Path option) {
        return Home.of(option, System.getenv(), System.getProperty("user.home"));
    }
}
