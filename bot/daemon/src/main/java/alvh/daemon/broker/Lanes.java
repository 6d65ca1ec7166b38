package alvh.daemon.broker;

/** Names of the questions that carry no id, so that only one of each kind is outstanding. */
final class Lanes {
    static final String ORDERS = "orders";
    static final String COMPLETED = "completed orders";
    static final String POSITIONS = "positions";
    static final String TIME = "time";

    private Lanes() {}

    static String rule(int ruleId) {
        return "market rule " + ruleId;
    }
}
