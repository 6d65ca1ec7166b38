package alvh.wire;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A part of the run that {@code scripts/proof fuzz} makes whole; {@code -Dfuzz.frames} asks for more here. */
class FuzzTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** A frame that takes longer hangs; a hundred times longer than the largest needs. */
    private static final long HANGS = 100_000_000;

    @Test
    void everyFrameEndsAsAMessageOrAsANamedError() {
        long frames = Long.getLong("fuzz.frames", 200_000);
        Fuzz fuzz = new Fuzz(Long.getLong("fuzz.seed", 1), new Fuzz.Meters(THREADS::getCurrentThreadCpuTime,
                THREADS::getCurrentThreadAllocatedBytes));
        fuzz.run(0, frames);
        assertThat(fuzz.failures()).isEmpty();
        assertThat(fuzz.longestNanos()).as(fuzz.longest()).isLessThan(HANGS);
        assertThat(fuzz.mostBytesBeyond()).isNegative();
        assertThat(fuzz.outcomes().keySet()).contains("request STRICT accepted", "answer STRICT accepted",
                "request LENIENT BAD_COUNT", "answer STRICT TOO_LONG", "answer LENIENT UNKNOWN_VARIANT",
                "streams whole", "streams damaged, BAD_LENGTH", "streams damaged, CUT");
    }

    @Test
    void aFrameIsMadeAgainFromSeedAndNumber() {
        for (long number : new long[]{0, 17, 19_999, 123_456_789}) {
            FuzzFrames.Input one = new FuzzFrames(7).frame(number);
            FuzzFrames.Input again = new FuzzFrames(7).frame(number);
            assertThat(again).hasToString(one.toString());
            assertThat(new FuzzFrames(8).frame(number).toString()).isNotEqualTo(one.toString());
        }
    }
}
