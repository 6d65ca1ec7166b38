package alvh.simulator.script;

import java.util.Optional;

/** What is wrong with one scenario line, for the person who wrote it. Line numbers start at 1. */
public record Problem(String file, int line, String got, String expected, Optional<String> nearest) {

    @Override
    public String toString() {
        return file + ":" + line + ": got " + got + "; expected " + expected
                + nearest.map(n -> "; nearest: " + n).orElse("");
    }
}
