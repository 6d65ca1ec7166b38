package alvh.planner.layer;

/** How much of its share a layer may hold (methodology 2.2); {@code thirds} is a_l of 4.2 in thirds. */
public enum Level {
    OFF(0), ARMED(0), CORE(1), TWO_THIRDS(2), FULL(3);

    private final int thirds;

    Level(int thirds) {
        this.thirds = thirds;
    }

    public int thirds() {
        return thirds;
    }
}
