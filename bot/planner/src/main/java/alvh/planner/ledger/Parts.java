package alvh.planner.ledger;

import alvh.planner.money.Usd;

/** Splits the net cash of so many contracts into parts that add up to the whole, to the ten-thousandth. */
final class Parts {

    private final long quantity;
    private final Usd cash;
    private final Usd commission;
    private long taken;

    /** @param cash received positive, before {@code commission}, a cost */
    Parts(long quantity, Usd cash, Usd commission) {
        this.quantity = quantity;
        this.cash = cash;
        this.commission = commission;
    }

    long left() {
        return quantity - taken;
    }

    /** Net cash of the next contracts. */
    Usd take(long contracts) {
        Usd before = upTo(taken);
        taken += contracts;
        return upTo(taken).minus(before);
    }

    private Usd upTo(long contracts) {
        return contracts == 0 ? Usd.ZERO : cash.minus(commission).part(contracts, quantity);
    }
}
