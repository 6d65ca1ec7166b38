package alvh.planner.scenario;

import java.util.List;

/**
 * What the parity monitor saw (methodology F20). It tests quotes and shows rates; nothing is ever traded on it.
 *
 * @param pairs those whose edge or violation is more than noise, in order of expiry and strike
 * @param boxes one for each index expiry, the rate NaN where fewer than six strikes are usable
 * @param futures VX futures against which half or more of their options stand: text of the key, and why
 * @param checked pairs with four sides that were compared with a live underlying
 */
public record ParityReading(List<Pair> pairs, List<Box> boxes, List<Future> futures, int checked) {

    public static final ParityReading NONE = new ParityReading(List.of(), List.of(), List.of(), 0);

    public ParityReading {
        pairs = List.copyOf(pairs);
        boxes = List.copyOf(boxes);
        futures = List.copyOf(futures);
    }

    /**
     * Call and put of one strike, points per share after costs.
     *
     * @param against the underlying and its two sides, in words
     * @param conversion call bid, put ask, underlying's ask; {@code reversal} the other sides, borrow fee inside
     * @param violation how far the touch lies outside the bounds of American options; 0 for European ones
     * @param rejected whether these two quotes are left out of forwards, smiles and purchases
     * @param because in words
     */
    public record Pair(ExpiryId expiry, long strikeMilli, String against, double conversion, double reversal,
            double violation, boolean rejected, String because) {}

    /** @param rate continuous, ACT/365; the median of the three widest boxes */
    public record Box(ExpiryId expiry, double rate) {}

    /** A future that its options contradict. */
    public record Future(String key, String because) {}

    /** The rejected pair that a call or put belongs to, or null. */
    public Pair rejected(ExpiryId expiry, long strikeMilli) {
        for (Pair pair : pairs) {
            if (pair.rejected() && pair.strikeMilli() == strikeMilli && pair.expiry().equals(expiry)) {
                return pair;
            }
        }
        return null;
    }

    boolean rejectedFuture(String key) {
        return futures.stream().anyMatch(future -> future.key().equals(key));
    }
}
