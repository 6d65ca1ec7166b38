package alvh.proof;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import alvh.wire.AnswerReader;
import alvh.wire.FrameReader;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/**
 * Row P7 of the wire: a stream in memory is cut into frames, each is decoded and every number of it read (the texts of ticks
 * too), by ours and by {@link PlainReader}.
 */
public final class DecodeTimes {

    private static final int MESSAGES = 20_000;
    private static final int VERSION = 200;
    private static final double GOAL_MILLIONS = 2;
    private static final double GOAL_BYTES = 16;

    private final PlainReader plain = new PlainReader(VERSION);
    private final Map<Incoming, Names> names = new EnumMap<>(Incoming.class);
    private final AnswerReader answers = new AnswerReader();
    private final LoopStream stream = new LoopStream(new byte[0]);
    private final FrameReader frames = new FrameReader(stream);

    /** The numbers of a message by type. */
    private record Names(String[] ints, String[] longs, String[] doubles, String[] decimals, String[] texts) {}

    private DecodeTimes() {
        for (Incoming kind : Incoming.values()) {
            names.put(kind, new Names(names(kind, "i", "ix"), names(kind, "l"), names(kind, "d", "dx"),
                    names(kind, "q"), kind == Incoming.TICK_STRING ? new String[]{"value"} : new String[0]));
        }
    }

    private String[] names(Incoming kind, String... codes) {
        return plain.names(kind, List.of(codes)).toArray(String[]::new);
    }

    /** @param args {@code --quick} for fewer passes */
    public static void main(String[] args) throws IOException {
        boolean quick = Arrays.asList(args).contains("--quick");
        DecodeTimes times = new DecodeTimes();
        List<byte[]> bodies = TwsMix.bodies(MESSAGES, VERSION);
        byte[] mix = TwsMix.stream(bodies);
        TwsTimes.speedRow("P7-wire", "messages decoded a second of a core, mix",
                TwsTimes.compare(() -> times.ours(mix), () -> times.plain(bodies), quick ? 60 : 150, quick ? 20 : 60,
                        TwsTimes::ownTime),
                MESSAGES, GOAL_MILLIONS, mix.length / MESSAGES + " B a message; every number read");
        byte[] ticks = TwsMix.stream(TwsMix.ticks(MESSAGES, VERSION));
        TwsTimes.row("P7-wire-bytes", "allocated a tick", TwsTimes.bytes(() -> times.ours(ticks), MESSAGES), "B",
                GOAL_BYTES, false, "on the mix " + Math.round(TwsTimes.bytes(() -> times.ours(mix), MESSAGES)) + " B");
    }

    private TwsTimes.Read ours(byte[] bytes) throws IOException {
        stream.begin(bytes);
        long count = 0;
        double sum = 0;
        while (frames.next()) {
            sum += sum(answers.read(frames.bytes(), frames.from(), frames.to(), VERSION));
            count++;
        }
        return new TwsTimes.Read(count, sum);
    }

    private double sum(WireMessage message) {
        Names of = names.get((Incoming) message.kind());
        double sum = 0;
        for (String name : of.ints()) {
            sum += message.intValue(name);
        }
        for (String name : of.longs()) {
            sum += message.longValue(name);
        }
        for (String name : of.doubles()) {
            sum += known(message.doubleValue(name));
        }
        for (String name : of.decimals()) {
            BigDecimal number = message.decimal(name);
            sum += number == null ? 0 : number.doubleValue();
        }
        for (String name : of.texts()) {
            sum += message.text(name).length();
        }
        return sum;
    }

    private static double known(double value) {
        return value == Double.MAX_VALUE ? 0 : value;
    }

    private TwsTimes.Read plain(List<byte[]> bodies) {
        double sum = 0;
        for (byte[] body : bodies) {
            sum += sum(plain.read(body));
        }
        return new TwsTimes.Read(bodies.size(), sum);
    }

    private double sum(Map<String, Object> message) {
        Names of = names.get(Incoming.ofId((Integer) message.get("message id")).orElseThrow());
        double sum = 0;
        for (String name : of.ints()) {
            sum += (Integer) message.get(name);
        }
        for (String name : of.longs()) {
            sum += (Long) message.get(name);
        }
        for (String name : of.doubles()) {
            sum += known((Double) message.get(name));
        }
        for (String name : of.decimals()) {
            sum += message.get(name) instanceof BigDecimal number ? number.doubleValue() : 0;
        }
        for (String name : of.texts()) {
            sum += ((String) message.get(name)).length();
        }
        return sum;
    }
}
