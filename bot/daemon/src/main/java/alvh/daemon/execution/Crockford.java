package alvh.daemon.execution;

import java.math.BigInteger;

/** Crockford's base32: digits and capitals without I, L, O, U, so that no reference is misread. */
final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final BigInteger BASE = BigInteger.valueOf(32);

    private Crockford() {}

    /** The lowest {@code 5 x width} bits of an unsigned number, most significant first. */
    static String encode(BigInteger unsigned, int width) {
        char[] out = new char[width];
        BigInteger rest = unsigned;
        for (int i = width - 1; i >= 0; i--) {
            out[i] = ALPHABET.charAt(rest.mod(BASE).intValue());
            rest = rest.shiftRight(5);
        }
        return new String(out);
    }

    /** The number, or -1 when a character is not of the alphabet; at most 12 characters. */
    static long decode(String text) {
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value << 5 | digit;
        }
        return value;
    }

    static boolean valid(String text) {
        return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
