package alvh.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Frames that no decent peer sends, each one made again from the seed and its number alone. */
final class FuzzFrames {

    /** A body and how it is to be read. */
    record Input(boolean request, int version, byte[] body) {

        @Override
        public String toString() {
            return (request ? "request" : "answer") + " at " + version + ": " + FrameCodec.print(body);
        }
    }

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int GIANT_EVERY = 20_000;
    private static final int GIANT = 1_000_000;

    private final long seed;
    private final List<Input> golden;

    FuzzFrames(long seed) {
        this.seed = seed;
        this.golden = Stream.concat(
                Stream.concat(Vectors.outgoing().stream(), Vectors.otherClients().stream())
                        .map(frame -> new Input(true, frame.version(), frame.body())),
                Vectors.incoming().stream().map(frame -> new Input(false, frame.version(), frame.body()))).toList();
    }

    /** Frame number so and so. */
    Input frame(long number) {
        SplittableRandom chance = new SplittableRandom(seed + number * STEP);
        Input input = number % GIANT_EVERY == GIANT_EVERY - 1 ? giant(chance) : small(chance);
        boolean request = chance.nextInt(32) == 0 ? !input.request : input.request;
        return new Input(request, input.version, input.body);
    }

    private Input small(SplittableRandom chance) {
        int version = chance.nextInt(ServerVersions.MIN, ServerVersions.MAX + 1);
        return switch (chance.nextInt(16)) {
            case 0, 1, 2, 3, 4, 5 -> {
                Input one = golden.get(chance.nextInt(golden.size()));
                yield mutated(new Input(one.request, chance.nextInt(4) == 0 ? version : one.version, one.body), chance);
            }
            case 6 -> {
                byte[] noise = new byte[chance.nextInt(300)];
                chance.nextBytes(noise);
                yield new Input(chance.nextBoolean(), version, noise);
            }
            case 7, 8, 9, 10 -> built(version, chance);
            default -> mutated(built(version, chance), chance);
        };
    }

    private static Input built(int version, SplittableRandom chance) {
        boolean request = chance.nextBoolean();
        MessageTable table = request
                ? Tables.outgoing(Outgoing.values()[chance.nextInt(Outgoing.values().length)])
                : Tables.incoming(Incoming.values()[chance.nextInt(Incoming.values().length)]);
        return new Input(request, version, new TableFrames(chance).body(table, version));
    }

    /** A large frame, as often as not one whose lists are as long as it can hold. */
    private static Input giant(SplittableRandom chance) {
        Input input = built(ServerVersions.MAX, chance);
        byte[] tail = new byte[chance.nextInt(GIANT)];
        byte filler = (byte) (chance.nextBoolean() ? 0 : '7');
        Arrays.fill(tail, filler);
        List<byte[]> fields = fields(input.body);
        int cut = chance.nextInt(fields.size() + 1);
        List<byte[]> head = new ArrayList<>(fields.subList(0, cut));
        head.add(WireText.bytes(Integer.toString(chance.nextInt(Math.max(1, tail.length)))));
        head.add(tail);
        return new Input(input.request, input.version, join(head));
    }

    private Input mutated(Input input, SplittableRandom chance) {
        byte[] body = input.body;
        for (int times = 1 + chance.nextInt(3); times > 0; times--) {
            body = chance.nextBoolean() ? bytes(body, chance) : fields(body, chance);
        }
        return new Input(input.request, input.version, body);
    }

    private static byte[] bytes(byte[] body, SplittableRandom chance) {
        int at = chance.nextInt(body.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 16);
        out.write(body, 0, at);
        switch (chance.nextInt(6)) {
            case 0 -> out.write(0);
            case 1 -> out.write(chance.nextInt(256));
            case 2 -> at = Math.min(body.length, at + 1);
            case 3 -> at = body.length;
            case 4 -> {
                if (at < body.length) {
                    out.write(body[at++] ^ 1 << chance.nextInt(8));
                }
            }
            default -> out.write(body, 0, chance.nextInt(body.length + 1));
        }
        out.write(body, at, body.length - at);
        return out.toByteArray();
    }

    private byte[] fields(byte[] body, SplittableRandom chance) {
        List<byte[]> fields = fields(body);
        if (fields.isEmpty()) {
            return body;
        }
        int at = chance.nextInt(fields.size());
        switch (chance.nextInt(6)) {
            case 0 -> fields.remove(at);
            case 1 -> fields.add(at, fields.get(at));
            case 2 -> fields.set(at, WireText.bytes(TableFrames.NASTY.get(chance.nextInt(TableFrames.NASTY.size()))));
            case 3 -> fields.set(at, WireText.bytes(Integer.toString(chance.nextInt() >>> chance.nextInt(32))));
            case 4 -> fields.set(at, fields.get(chance.nextInt(fields.size())));
            default -> fields.addAll(fields(golden.get(chance.nextInt(golden.size())).body));
        }
        return join(fields);
    }

    private static List<byte[]> fields(byte[] body) {
        List<byte[]> fields = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < body.length; at++) {
            if (body[at] == 0) {
                fields.add(Arrays.copyOfRange(body, from, at));
                from = at + 1;
            }
        }
        return fields;
    }

    private static byte[] join(List<byte[]> fields) {
        BodyWriter out = new BodyWriter();
        fields.forEach(field -> out.field(field, 0, field.length));
        return out.body();
    }
}
