package alvh.simulator.market;

/** Worlds that come with the house. */
public final class Worlds {

    private Worlds() {}

    /** The world of {@code scripts/alvh demo}: Tuesday 2026-03-10 10:15 ET, a book of five names. */
    public static WorldSpec demo() {
        throw new UnsupportedOperationException("not filled yet");
    }
}
