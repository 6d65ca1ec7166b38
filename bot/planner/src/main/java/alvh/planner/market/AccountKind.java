package alvh.planner.market;

import java.util.Locale;

/** Whose money it is. Told from the account id that the broker session reports, never from a port. */
public enum AccountKind {
    SIMULATED('S'), PAPER('P'), LIVE('L');

    private final char letter;

    AccountKind(char letter) {
        this.letter = letter;
    }

    /** The letter in order references. */
    public char letter() {
        return letter;
    }

    /** DUSIM... is the simulator, D... is paper, everything else is live. */
    public static AccountKind ofAccount(String account) {
        if (account.startsWith("DUSIM")) {
            return SIMULATED;
        }
        return account.startsWith("D") ? PAPER : LIVE;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
