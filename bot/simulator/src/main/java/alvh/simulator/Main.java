package alvh.simulator;

import java.time.Clock;

import picocli.CommandLine;

/** Starts a pretend IB Gateway. The only class of this module that may ask the system for the time. */
public final class Main {

    private static final int INTERNAL = 70;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Clock.systemUTC(), args));
    }

    static int run(Clock system, String... args) {
        CommandLine command = new CommandLine(new SimulateCommand(system));
        command.setExecutionExceptionHandler((broken, cmd, parsed) -> {
            cmd.getErr().println("internal: " + broken + " · please report it with the scenario and seed");
            broken.printStackTrace(cmd.getErr());
            return INTERNAL;
        });
        return command.execute(args);
    }
}
