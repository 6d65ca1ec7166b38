package alvh.simulator.gateway;

/** Ids of tick types (protocol page 6.2), and what takes their place when data is delayed. */
final class TickIds {

    static final int BID_SIZE = 0;
    static final int BID = 1;
    static final int ASK = 2;
    static final int ASK_SIZE = 3;
    static final int LAST = 4;
    static final int LAST_SIZE = 5;
    static final int HIGH = 6;
    static final int LOW = 7;
    static final int VOLUME = 8;
    static final int CLOSE = 9;
    static final int FIRST_COMPUTATION = 10;
    static final int OPEN = 14;
    static final int LAST_TIMESTAMP = 45;
    static final int HALTED = 49;
    static final int LAST_EXCHANGE = 84;
    /** There is no such tick among the delayed ones. */
    static final int NONE = -1;

    private TickIds() {}

    /** The size that belongs to a price; NONE for prices that carry none. */
    static int sizeOf(int price) {
        return switch (price) {
            case BID -> BID_SIZE;
            case ASK -> ASK_SIZE;
            case LAST -> LAST_SIZE;
            default -> NONE;
        };
    }

    /** Generic ticks have no delayed twin and come as they are. */
    static int delayed(int live) {
        return switch (live) {
            case BID -> 66;
            case ASK -> 67;
            case LAST -> 68;
            case BID_SIZE -> 69;
            case ASK_SIZE -> 70;
            case LAST_SIZE -> 71;
            case HIGH -> 72;
            case LOW -> 73;
            case VOLUME -> 74;
            case CLOSE -> 75;
            case OPEN -> 76;
            case FIRST_COMPUTATION, FIRST_COMPUTATION + 1, FIRST_COMPUTATION + 2, FIRST_COMPUTATION + 3 -> live + 70;
            case LAST_TIMESTAMP -> 88;
            case HALTED -> 90;
            case LAST_EXCHANGE -> NONE;
            default -> live;
        };
    }
}
