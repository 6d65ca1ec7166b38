package alvh.simulator.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import alvh.simulator.market.Market;
import tools.jackson.core.JacksonException;

/**
 * The truth file: every fact of the exchange as one JSON line, handed to the operating system before a client is told,
 * so that it survives the death of the process. One process at a time.
 */
public final class TruthLog implements AutoCloseable {

    public static final String FILE = "truth.jsonl";

    private final FileChannel channel;
    private final List<ExchangeOutput> past;

    private TruthLog(FileChannel channel, List<ExchangeOutput> past) {
        this.channel = channel;
        this.past = past;
    }

    /**
     * Opens or makes {@code truth.jsonl} in the folder; a torn last line is cut off. A file that another process holds,
     * or a broken line before the last, is an IllegalStateException; a disk that refuses an UncheckedIOException.
     */
    public static TruthLog open(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            try {
                lock(channel, file);
                return new TruthLog(channel, readWhole(channel, file));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the truth file " + file + " cannot be opened", e);
        }
    }

    /** Another process writes this file. */
    public static final class InUse extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        InUse(String message) {
            super(message);
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        boolean mine;
        try {
            mine = channel.tryLock() != null;
        } catch (OverlappingFileLockException held) {
            mine = false;
        }
        if (!mine) {
            throw new InUse("another simulator works on " + file
                    + ": end it, or give this one a state folder of its own");
        }
    }

    private static List<ExchangeOutput> readWhole(FileChannel channel, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // read on
        }
        byte[] all = bytes.array();
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        channel.truncate(end);
        channel.position(end);
        List<ExchangeOutput> facts = new ArrayList<>();
        String[] lines = new String(all, 0, end, StandardCharsets.UTF_8).split("\n");
        for (int i = 0; i < lines.length && end > 0; i++) {
            facts.add(read(lines[i], i + 1, file));
        }
        return List.copyOf(facts);
    }

    private static ExchangeOutput read(String line, int number, Path file) {
        try {
            return TruthJson.read(line);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(file + ", line " + number + " is no fact of an exchange: '" + line
                    + "'; the file was changed by something else: move it away to begin anew", e);
        }
    }

    /** The facts found at opening, oldest first. */
    public List<ExchangeOutput> past() {
        return past;
    }

    /** How far the former run's clock stood from the system's; empty in a new file. */
    public OptionalLong clockOffsetMillis() {
        OptionalLong offset = OptionalLong.empty();
        for (ExchangeOutput fact : past) {
            if (fact instanceof ExchangeOutput.ClockSet set) {
                offset = OptionalLong.of(set.offsetMillis());
            }
        }
        return offset;
    }

    /** The exchange on this market as the file left it, or a new one whose opening is written first. */
    public Exchange exchange(Market market) {
        boolean opened = past.stream().anyMatch(fact -> fact instanceof ExchangeOutput.Opened);
        if (opened) {
            return Exchange.resume(market, past);
        }
        Exchange exchange = Exchange.open(market);
        append(exchange.opening());
        return exchange;
    }

    /** Writes the facts among the outputs; returns when the operating system has them. */
    public void append(List<ExchangeOutput> outputs) {
        StringBuilder lines = new StringBuilder();
        for (ExchangeOutput output : outputs) {
            if (output.isFact()) {
                lines.append(TruthJson.write(output)).append('\n');
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the truth file refuses to be written: nothing more may be told", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the truth file cannot be closed", e);
        }
    }
}
