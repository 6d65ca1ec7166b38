package alvh.wire;

/** Server versions from which a message or member exists; the tables' gates use the same numbers. */
public final class ServerVersions {

    public static final int MIN = 176;
    public static final int MAX = 200;

    public static final int EXERCISE_MANUAL_ORDER_TIME = 180;
    public static final int CUSTOMER_ACCOUNT = 183;
    public static final int PROFESSIONAL_CUSTOMER = 184;
    public static final int INCLUDE_OVERNIGHT = 189;
    public static final int CME_TAGGING_FIELDS = 192;
    public static final int ERROR_TIME = 194;
    public static final int HISTORICAL_DATA_END = 196;
    public static final int CURRENT_TIME_IN_MILLIS = 197;
    public static final int IMBALANCE_ONLY = 199;
    public static final int EXECUTION_HISTORY_FILTER = 200;

    private ServerVersions() {}
}
