package alvh.planner.market;

/** Kinds of instruments the bot knows. */
public enum SecType {
    STOCK, INDEX, OPTION, FUTURE
}
