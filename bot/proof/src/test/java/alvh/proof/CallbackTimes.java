package alvh.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import com.ib.client.EReader;

/**
 * Row P7 of the client: the same stream through {@code EReader.putMessageToQueue} and {@code processMsgs}, both on one thread,
 * to the callbacks of a wrapper. The anchor is {@link PlainReader}, which makes no objects but its maps.
 */
public final class CallbackTimes {

    private static final int MESSAGES = 20_000;
    private static final int VERSION = 200;
    private static final int AT_ONCE = 32;
    private static final double GOAL_MILLIONS = 1;
    private static final double GOAL_BYTES = 400;

    private final PlainReader plain = new PlainReader(VERSION);
    private final LoopStream stream = new LoopStream(hello());
    private final SummingWrapper wrapper = new SummingWrapper();
    private final EJavaSignal signal = new EJavaSignal();
    private final EReader reader;

    private CallbackTimes() throws IOException {
        EClientSocket client = new EClientSocket(wrapper, signal);
        client.eConnect(new MemorySocket(stream), 7);
        reader = new EReader(client, signal);
    }

    private static byte[] hello() {
        return TwsMix.stream(List.of((VERSION + "\0" + "20261005 10:00:00 EST\0").getBytes(StandardCharsets.US_ASCII)));
    }

    /** @param args {@code --quick} for fewer passes */
    public static void main(String[] args) throws IOException {
        boolean quick = Arrays.asList(args).contains("--quick");
        CallbackTimes times = new CallbackTimes();
        List<byte[]> bodies = TwsMix.bodies(MESSAGES, VERSION);
        byte[] mix = TwsMix.stream(bodies);
        TwsTimes.speedRow("P7-api", "messages to callbacks a second of a core, mix",
                TwsTimes.compare(() -> times.ours(mix), () -> times.plain(bodies), quick ? 60 : 150, quick ? 20 : 60,
                        TwsTimes::ownTime),
                MESSAGES, GOAL_MILLIONS, "EReader and processMsgs on one thread");
        TwsTimes.row("P7-api-bytes", "allocated a message, frame and queue included",
                TwsTimes.bytes(() -> times.ours(mix), MESSAGES), "B", GOAL_BYTES, false, "");
    }

    private TwsTimes.Read ours(byte[] bytes) throws IOException {
        stream.begin(bytes);
        for (int done = 0; done < MESSAGES; done++) {
            reader.putMessageToQueue();
            if (done % AT_ONCE == AT_ONCE - 1) {
                reader.processMsgs();
            }
        }
        reader.processMsgs();
        return wrapper.take();
    }

    private TwsTimes.Read plain(List<byte[]> bodies) {
        long count = 0;
        double sum = 0;
        for (byte[] body : bodies) {
            Map<String, Object> message = plain.read(body);
            switch ((Integer) message.get("message id")) {
                case 1 -> {
                    sum += (Double) message.get("price");
                    sum += ((Number) message.get("size")).longValue();
                    count++; // a bid or ask has its size behind it
                }
                case 2 -> sum += ((Number) message.get("size")).longValue();
                case 5 -> sum += (Double) message.get("lmtPrice");
                case 10 -> sum += (Double) message.get("strike");
                case 11 -> sum += (Double) message.get("price");
                case 21 -> sum = sum + computed(message.get("optPrice")) + computed(message.get("undPrice"));
                case 45 -> sum += (Double) message.get("value");
                case 46 -> sum += ((String) message.get("value")).length();
                case 61 -> sum += (Double) message.get("avgCost");
                default -> throw new IllegalStateException("not of the mix: " + message);
            }
            count++;
        }
        return new TwsTimes.Read(count, sum);
    }

    private static double computed(Object price) {
        return (Double) price == -1 ? 0 : (Double) price;
    }
}
