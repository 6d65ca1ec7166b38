package alvh.planner.market;

/** The right of an option. */
public enum Right {
    CALL('C'), PUT('P');

    private final char letter;

    Right(char letter) {
        this.letter = letter;
    }

    /** The letter in OCC symbols and on the broker's wire. */
    public char letter() {
        return letter;
    }

    public static Right of(char letter) {
        return switch (letter) {
            case 'C' -> CALL;
            case 'P' -> PUT;
            default -> throw new IllegalArgumentException("not an option right: " + letter);
        };
    }
}
