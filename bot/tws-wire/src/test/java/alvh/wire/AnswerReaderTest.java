package alvh.wire;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A reader that uses its messages again leaves nothing of the last one behind, and makes no garbage of ticks. */
class AnswerReaderTest {

    private final AnswerReader reader = new AnswerReader();

    private WireMessage read(String payload, int version) {
        return reader.read(Vectors.unprint(payload), version);
    }

    @Test
    void readsEveryRecordedAnswerAsTheCodecDoes() {
        Vectors.incoming().stream().filter(frame -> !frame.vector().startsWith("R-")).forEach(frame -> {
            WireMessage message = reader.read(frame.body(), frame.version());
            assertThat(FrameCodec.encode(message, frame.version())).as(frame.toString()).isEqualTo(frame.body());
        });
    }

    @Test
    void nothingOfTheLastMessageStays() {
        assertThat(read("93|110|2|0.0|0.01|3.0|0.05|", 200).list("priceIncrements")).hasSize(2);
        assertThat(read("93|110|0|", 200).list("priceIncrements")).isEmpty();
        assertThat(read("4|-1|2104|fine||17|", 200).longValue("time")).isEqualTo(17);
        assertThat(read("4|2|-1|2104|fine||", 193).has("time")).isFalse();
    }

    @Test
    void aBrokenMessageDoesNotSpoilTheNext() {
        assertThatThrownBy(() -> read("93|110|2|0.0|", 200)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> read("77|1|", 200)).isInstanceOf(WireException.class);
        assertThat(read("93|110|1|0.0|0.5|", 200).list("priceIncrements").getFirst().doubleValue("increment"))
                .isEqualTo(0.5);
    }

    @Test
    void ticksMakeNoGarbage() {
        byte[] tick = Vectors.unprint("1|6|1001|1|17.35|12|1|");
        int rounds = 100_000;
        double sum = 0;
        for (int i = 0; i < rounds; i++) {
            sum += reader.read(tick, 200).doubleValue("price");
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < rounds; i++) {
            sum += reader.read(tick, 200).doubleValue("price");
        }
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / rounds;
        assertThat(sum).isPositive();
        assertThat(each).isLessThanOrEqualTo(16);
    }
}
