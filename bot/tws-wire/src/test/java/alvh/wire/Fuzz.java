package alvh.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Feeds frames to every reader of the codec. Each frame must end as a message or as a {@link WireException} that names
 * message, field and text; what was accepted must come back from its own bytes; the reader that uses its messages again
 * must say what the codec says; and the same frames cut at random must leave the stream reader as they went in.
 */
final class Fuzz {

    /** What is read before and after each frame: time used and bytes allocated by this thread. */
    record Meters(LongSupplier nanos, LongSupplier allocated) {}

    private static final int IN_A_STREAM = 32;
    private static final int AROUND = 16;
    private static final int LONGEST_MESSAGE = 2_000;
    /** Frames that are read but not measured: they pay for loading tables and classes. */
    private static final int WARM_UP = 1_000;

    private final FuzzFrames frames;
    private final Meters meters;
    private final AnswerReader reader = new AnswerReader();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<byte[]> stream = new ArrayList<>();
    private long longestNanos;
    private String longest = "";
    private long mostBytesBeyond = Long.MIN_VALUE;
    private long bytes;

    Fuzz(long seed, Meters meters) {
        this.frames = new FuzzFrames(seed);
        this.meters = meters;
        run(-WARM_UP, 0);
    }

    /** Frames number {@code from} to before {@code to}. */
    void run(long from, long to) {
        for (long number = from; number < to; number++) {
            FuzzFrames.Input input = frames.frame(number);
            bytes += input.body().length;
            long allocated = meters.allocated.getAsLong();
            long start = meters.nanos.getAsLong();
            try {
                for (Strictness strictness : Strictness.values()) {
                    one(input, strictness);
                }
            } catch (RuntimeException | Error broken) {
                failures.add("frame " + number + ", " + WireText.escape(input + ": " + broken));
            }
            note(meters.nanos.getAsLong() - start, meters.allocated.getAsLong() - allocated, input, number);
            streamed(input, number);
        }
    }

    private void note(long nanos, long allocated, FuzzFrames.Input input, long number) {
        if (number < 0) {
            return;
        }
        if (nanos > longestNanos) {
            longestNanos = nanos;
            longest = "frame " + number + " of " + input.body().length + " bytes";
        }
        mostBytesBeyond = Math.max(mostBytesBeyond, allocated - allowed(input.body().length));
    }

    /** Bytes that reading a frame four times and writing it twice may take; most are the elements of lists. */
    static long allowed(int length) {
        return 512 * 1024L + 2_000L * length;
    }

    private void one(FuzzFrames.Input input, Strictness strictness) {
        String side = (input.request() ? "request " : "answer ") + strictness + ' ';
        WireMessage message;
        try {
            message = decode(input, input.body(), strictness);
        } catch (WireException refused) {
            named(refused);
            count(side + refused.problem());
            again(input, strictness, refused, null);
            return;
        }
        if (input.version() < message.since()) {
            count(side + "read, but never written at this version");
            return;
        }
        count(side + "accepted");
        byte[] once = FrameCodec.encode(message, input.version());
        again(input, strictness, null, once);
        byte[] twice = FrameCodec.encode(decode(input, once, strictness), input.version());
        check(Arrays.equals(once, twice), "comes back as " + FrameCodec.print(twice));
        readAll(message);
    }

    /** The reader that uses its messages again, against the codec. */
    private void again(FuzzFrames.Input input, Strictness strictness, WireException refused, byte[] once) {
        if (input.request() || strictness == Strictness.STRICT) {
            return;
        }
        String wanted = refused == null ? "accepted" : refused.getMessage();
        String got = "accepted";
        try {
            byte[] among = new byte[AROUND + input.body().length + AROUND];
            Arrays.fill(among, (byte) '7'); // a reader that goes beyond the body finds digits
            System.arraycopy(input.body(), 0, among, AROUND, input.body().length);
            WireMessage same = reader.read(among, AROUND, AROUND + input.body().length, input.version());
            readAll(same);
            check(once == null || Arrays.equals(once, FrameCodec.encode(same, input.version())),
                    "AnswerReader reads other values than the codec");
        } catch (WireException other) {
            got = other.getMessage();
        }
        check(got.equals(wanted), "AnswerReader says " + got + ", the codec " + wanted);
    }

    private static WireMessage decode(FuzzFrames.Input input, byte[] body, Strictness strictness) {
        return input.request()
                ? FrameCodec.decodeOutgoing(body, input.version(), strictness)
                : FrameCodec.decodeIncoming(body, input.version(), strictness);
    }

    private static void named(WireException refused) {
        check(!refused.message().isEmpty() && !refused.field().isEmpty()
                && refused.getMessage().length() < LONGEST_MESSAGE,
                "refused without a name: " + refused);
    }

    /** Reads every value as its type; a text that is none is refused with a name. */
    private static void readAll(Fields<?> message) {
        read(message.layout().nodes(), message);
    }

    private static void read(List<Node> nodes, Fields<?> message) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Field field -> {
                    try {
                        read(field, message);
                    } catch (WireException bad) {
                        check(bad.problem() == WireException.Problem.BAD_VALUE && bad.field().equals(field.name()),
                                "wrong name in " + bad);
                    }
                }
                case Node.When when -> read(when.nodes(), message);
                case Node.Choice choice -> {
                }
                case Node.Repeat list -> message.list(list.name()).forEach(Fuzz::readAll);
            }
        }
    }

    private static void read(Node.Field field, Fields<?> message) {
        switch (field.type().shape()) {
            case INT -> message.intValue(field.name());
            case LONG -> message.longValue(field.name());
            case DOUBLE -> message.doubleValue(field.name());
            case BOOL -> message.bool(field.name());
            case DECIMAL -> message.decimal(field.name());
            case TEXT -> message.text(field.name());
        }
    }

    private void streamed(FuzzFrames.Input input, long number) {
        if (input.body().length > 0) {
            stream.add(input.body());
        }
        if (stream.size() < IN_A_STREAM) {
            return;
        }
        try {
            stream(new SplittableRandom(number));
        } catch (IOException | RuntimeException | Error broken) {
            failures.add("the stream up to frame " + number + ": " + broken);
        }
        stream.clear();
    }

    private void stream(SplittableRandom chance) throws IOException {
        ByteArrayOutputStream glued = new ByteArrayOutputStream();
        for (byte[] body : stream) {
            glued.write(FrameWriter.framed(body));
        }
        whole(new FrameReader(new Pieces(glued.toByteArray(), chance)));
        byte[] damaged = glued.toByteArray();
        for (int times = 1 + chance.nextInt(4); times > 0; times--) {
            damaged[chance.nextInt(damaged.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        damaged(new FrameReader(new Pieces(Arrays.copyOf(damaged, chance.nextInt(damaged.length + 1)), chance)));
    }

    private void whole(FrameReader whole) throws IOException {
        for (byte[] body : stream) {
            boolean same = body.length % 2 == 0
                    ? Arrays.equals(whole.read(), body)
                    : whole.next()
                            && Arrays.equals(whole.bytes(), whole.from(), whole.to(), body, 0, body.length);
            check(same, "the stream reader gives other bytes");
        }
        check(whole.read() == null, "the stream reader gives a frame too many");
        count("streams whole");
    }

    private void damaged(FrameReader reader) throws IOException {
        try {
            while (reader.read() != null) {
                // until the end or the first length that cannot be
            }
            count("streams damaged, read to the end");
        } catch (FrameException broken) {
            count("streams damaged, " + broken.problem());
        }
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** How often each outcome was seen. */
    Map<String, Long> outcomes() {
        return outcomes;
    }

    /** Frames that ended otherwise, with their bytes. */
    List<String> failures() {
        return failures;
    }

    long longestNanos() {
        return longestNanos;
    }

    String longest() {
        return longest;
    }

    /** How far the greediest frame went beyond what is allowed; negative when none did. */
    long mostBytesBeyond() {
        return mostBytesBeyond;
    }

    /** Bytes of all bodies so far. */
    long bytes() {
        return bytes;
    }

    /** A stream that gives as few bytes at a time as it likes. */
    private static final class Pieces extends InputStream {

        private final ByteArrayInputStream in;
        private final SplittableRandom chance;

        Pieces(byte[] bytes, SplittableRandom chance) {
            this.in = new ByteArrayInputStream(bytes);
            this.chance = chance;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return in.read(into, offset, Math.min(length, 1 + chance.nextInt(1 << chance.nextInt(16))));
        }
    }
}
