package alvh.simulator.capture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes a capture by the description of its format; the recorder itself is in another program. */
final class Tape {

    static final Instant START = Instant.parse("2026-11-24T15:15:00Z");
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(memory);
    private long millis = START.toEpochMilli();

    private interface Step {
        void run() throws IOException;
    }

    Tape() {
        this(1);
    }

    Tape(int format) {
        quietly(() -> {
            out.writeBytes("ALVHCAP\n");
            out.writeInt(format);
            out.writeLong(millis);
        });
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Tape record(char kind, int link, byte[] bytes) {
        quietly(() -> {
            out.writeByte(kind);
            out.writeInt(link);
            out.writeLong(++millis);
            out.writeInt(bytes.length);
            out.write(bytes);
        });
        return this;
    }

    /** Later records are so much later. */
    Tape after(long more) {
        millis += more;
        return this;
    }

    /** An opened link whose hello settled a version. */
    Tape hello(int link, int version) {
        return record('O', link, ascii("127.0.0.1:4002")).record('S', link, join(ascii("API\0"), frame("v100..203")))
                .record('R', link, frame(version + "|20261124 10:15:00 US/Eastern|"));
    }

    Tape sent(int link, String printed) {
        return record('S', link, frame(printed));
    }

    Tape received(int link, String printed) {
        return record('R', link, frame(printed));
    }

    byte[] bytes() {
        return memory.toByteArray();
    }

    Path write(Path file) {
        quietly(() -> Files.write(file, bytes()));
        return file;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    /** A body printed with bars for zero bytes, behind its length. */
    static byte[] frame(String printed) {
        return frame(Vectors.unprint(printed));
    }

    static byte[] frame(byte[] body) {
        return bytes(all -> {
            all.writeInt(body.length);
            all.write(body);
        });
    }

    interface Body {
        void to(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(Body body) {
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        quietly(() -> body.to(new DataOutputStream(memory)));
        return memory.toByteArray();
    }
}
