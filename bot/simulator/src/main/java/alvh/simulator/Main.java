package alvh.simulator;

import java.time.Clock;
import java.util.Arrays;

import picocli.CommandLine;

/** Starts a pretend IB Gateway, or prints a recorded session. The only class of this module that may ask the system for the time. */
public final class Main {

    private static final int INTERNAL = 70;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Clock.systemUTC(), args));
    }

    static int run(Clock system, String... args) {
        boolean frames = args.length > 0 && args[0].equals("frames");
        CommandLine command = new CommandLine(frames ? new FramesCommand() : new SimulateCommand(system));
        command.setExecutionExceptionHandler((broken, cmd, parsed) -> {
            cmd.getErr().println("internal: " + broken + " · please report it with the scenario and seed");
            broken.printStackTrace(cmd.getErr());
            return INTERNAL;
        });
        return command.execute(frames ? Arrays.copyOfRange(args, 1, args.length) : args);
    }
}
