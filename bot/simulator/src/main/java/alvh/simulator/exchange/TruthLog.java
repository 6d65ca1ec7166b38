package alvh.simulator.exchange;

import java.nio.file.Path;
import java.util.List;

/** The truth file: every fact of the exchange as one JSON line, written before a client is told. */
public final class TruthLog implements AutoCloseable {

    TruthLog() {}

    /** Opens or makes {@code truth.jsonl} in the folder; a torn last line is cut off. */
    public static TruthLog open(Path folder) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The facts found at opening, oldest first. */
    public List<ExchangeOutput> past() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Writes the facts among the outputs; returns when the operating system has them. */
    public void append(List<ExchangeOutput> outputs) {
        throw new UnsupportedOperationException("not filled yet");
    }

    @Override
    public void close() {}
}
