package alvh.planner.market;

/** What a value from the market is worth. Only LIVE (and, for a paper account whose owner allowed it, DELAYED) trades. */
public enum Quality {
    LIVE, DELAYED, FROZEN, STALE, NONE
}
