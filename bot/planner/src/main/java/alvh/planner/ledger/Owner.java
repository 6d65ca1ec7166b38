package alvh.planner.ledger;

/** Whose lot it is: HEDGE was bought by an intent of ours; BOOK is everything else in the account. */
public enum Owner {
    HEDGE, BOOK
}
