package alvh.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import alvh.simulator.gateway.GatewayInput;
import alvh.simulator.script.ScenarioParser;

/** Reads scenario lines from standard input on a thread of its own. */
final class Console {

    private final Consumer<GatewayInput> host;
    private final PrintWriter err;

    Console(Consumer<GatewayInput> host, PrintWriter err) {
        this.host = host;
        this.err = err;
    }

    /** @param untilEof whether the end of standard input interrupts {@code main} */
    void start(boolean untilEof, Thread main) {
        Thread.ofPlatform().name("console").daemon().start(() -> {
            read();
            if (untilEof) {
                main.interrupt();
            }
        });
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
            case ScenarioParser.LineOutcome.Read read -> host.accept(new GatewayInput.Script(read.step()));
            case ScenarioParser.LineOutcome.Wrong wrong -> {
                err.println(wrong.problem());
                err.flush();
            }
        }
    }
}
