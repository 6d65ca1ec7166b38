package alvh.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import alvh.simulator.script.ScenarioParser;

/** Reads scenario lines from standard input on a thread of its own. */
final class Console {

    private final Simulator simulator;
    private final PrintWriter err;

    Console(Simulator simulator, PrintWriter err) {
        this.simulator = simulator;
        this.err = err;
    }

    /** @param untilEof whether the end of standard input ends the simulator */
    void start(boolean untilEof) {
        Thread.ofPlatform().name("console").daemon().start(() -> {
            read();
            if (untilEof) {
                end();
            }
        });
    }

    private void end() {
        try {
            simulator.close();
        } catch (IOException alreadyClosed) {
            err.println("at the end: " + alreadyClosed);
        }
    }

    private void read() {
        // Not closed: standard input belongs to the process.
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            int number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                line(number++, line);
            }
        } catch (IOException broken) {
            err.println("standard input: " + broken);
        }
    }

    private void line(int number, String text) {
        switch (ScenarioParser.readLine("input", number, text)) {
            case ScenarioParser.LineOutcome.Nothing nothing -> {
            }
            case ScenarioParser.LineOutcome.Read read -> simulator.play(read.step());
            case ScenarioParser.LineOutcome.Wrong wrong -> {
                err.println(wrong.problem());
                err.flush();
            }
        }
    }
}
