package alvh.simulator.market;

/** Seeded chance for the exchange: a number for each text and index, without state. */
public final class Chance {

    private final Noise noise;

    public Chance(long seed) {
        this.noise = new Noise(seed);
    }

    /** In [0, 1). */
    public double unit(String what, long index) {
        return noise.unit(Noise.channel(what), index);
    }

    /** In [low, high]. */
    public int between(String what, long index, int low, int high) {
        return noise.between(Noise.channel(what), index, low, high);
    }
}
