package alvh.simulator.market;

/**
 * Chance without state: a number for each (seed, channel, index), so that a market does not depend on how often it was
 * asked. SplitMix64 finalisers.
 */
final class Noise {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;
    /** Sum of four 16-bit uniforms: mean and standard deviation. */
    private static final double MEAN = 4 * 32767.5;
    private static final double DEVIATION = StrictMath.sqrt(4 * (65536.0 * 65536.0 - 1) / 12);

    private final long seed;

    Noise(long seed) {
        this.seed = mix(seed + GOLDEN);
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** The same text gives the same channel on every machine. */
    static long channel(String text) {
        long h = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(h);
    }

    long bits(long channel, long index) {
        return mix(seed ^ mix(channel * GOLDEN ^ mix(index)));
    }

    /** In [0, 1). */
    double unit(long channel, long index) {
        return (bits(channel, index) >>> 11) * TO_UNIT;
    }

    /** In [low, high]. */
    int between(long channel, long index, int low, int high) {
        return low + (int) (unit(channel, index) * (high - low + 1));
    }

    /** Nearly standard normal within 3.4 deviations; cheap, for the many small steps. */
    double bell(long channel, long index) {
        long b = bits(channel, index);
        double sum = (b & 0xFFFF) + (b >>> 16 & 0xFFFF) + (b >>> 32 & 0xFFFF) + (b >>> 48);
        return (sum - MEAN) / DEVIATION;
    }

    /** Bell with fat tails (a mixture: one draw in twelve is 2.2 times as wide), unit variance; for daily returns. */
    double fat(long channel, long index) {
        boolean wide = unit(channel ^ GOLDEN, index) < 1.0 / 12;
        return bell(channel, index) * (wide ? 2.2 : 1) / 1.1489;
    }
}
