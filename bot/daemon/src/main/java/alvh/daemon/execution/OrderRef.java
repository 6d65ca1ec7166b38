package alvh.daemon.execution;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

import alvh.planner.market.AccountKind;

/**
 * Our name for one attempt, carried by the order itself (reliability 5.2):
 * {@code HB1.<P|L|S>.<intent id>.<epoch>.<attempt>.<check>}, 31 characters of {@code 0-9A-Z.}.
 *
 * @param intentId 16 characters of Crockford base32
 * @param epoch which start of the daemon sent it, 1 to 32767
 * @param attempt 1 to 99
 */
public record OrderRef(AccountKind kind, String intentId, int epoch, int attempt) {

    static final String NAMESPACE = "HB1.";
    static final int MAX_EPOCH = (1 << 15) - 1;
    private static final int LENGTH = 31;
    private static final String CHECK_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.";

    public OrderRef {
        if (intentId.length() != 16 || !Crockford.valid(intentId)) {
            throw new IllegalArgumentException("not an intent id: '" + intentId + "'");
        }
        if (epoch < 1 || epoch > MAX_EPOCH || attempt < 1 || attempt > 99) {
            throw new IllegalArgumentException("epoch " + epoch + " or attempt " + attempt
                    + " does not fit an order reference (1-" + MAX_EPOCH + ", 1-99)");
        }
    }

    public String text() {
        String body = String.format(Locale.ROOT, "%s%c.%s.%s.%02d.", NAMESPACE, kind.letter(), intentId,
                Crockford.encode(BigInteger.valueOf(epoch), 3), attempt);
        return body + check(body);
    }

    /** Whether a reference claims to be ours, however damaged the rest of it is. */
    public static boolean ours(String text) {
        return text != null && text.startsWith(NAMESPACE);
    }

    /** Empty when the text is not exactly what {@link #text} gives. */
    public static Optional<OrderRef> parse(String text) {
        if (!ours(text) || text.length() != LENGTH || check(text.substring(0, LENGTH - 1)) != text.charAt(LENGTH - 1)) {
            return Optional.empty();
        }
        String intentId = text.substring(6, 22);
        long epoch = Crockford.decode(text.substring(23, 26));
        String digits = text.substring(27, 29);
        boolean wellFormed = Crockford.valid(intentId) && epoch >= 1 && digits.matches("\\d\\d");
        if (!wellFormed || digits.equals("00")) {
            return Optional.empty();
        }
        for (AccountKind kind : AccountKind.values()) {
            if (kind.letter() == text.charAt(4)) {
                OrderRef ref = new OrderRef(kind, intentId, (int) epoch, Integer.parseInt(digits));
                return ref.text().equals(text) ? Optional.of(ref) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Position-weighted sum modulo the prime 37: finds every single wrong character and every swap. */
    private static char check(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int value = CHECK_ALPHABET.indexOf(body.charAt(i));
            sum += (i + 1) * (value < 0 ? 0 : value);
        }
        return CHECK_ALPHABET.charAt(sum % CHECK_ALPHABET.length());
    }

    @Override
    public String toString() {
        return text();
    }
}
