package alvh.simulator.exchange;

import java.time.Instant;

/** One condition of a conditional order; the first five words are those of the wire. */
public sealed interface Condition {

    /** Joined with the next one by AND, else by OR; AND binds closer. */
    boolean and();

    /** @param method 0 default, 1 and 4 bid or ask, 2 and 3 last, 7 last or bid or ask, 8 middle */
    record AtPrice(boolean and, boolean isMore, double price, int conId, String exchange, int method)
            implements
                Condition {}

    /** @param time as the client wrote it */
    record AtTime(boolean and, boolean isMore, String time, Instant at) implements Condition {}

    /** @param percent of the net liquidation value that is excess liquidity */
    record AtMargin(boolean and, boolean isMore, int percent) implements Condition {}

    /** Any execution of the account in this symbol since the order was accepted. */
    record AtExecution(boolean and, String secType, String exchange, String symbol) implements Condition {}

    record AtVolume(boolean and, boolean isMore, int volume, int conId, String exchange) implements Condition {}

    /** @param percent since the previous close, signed */
    record AtChange(boolean and, boolean isMore, double percent, int conId, String exchange) implements Condition {}
}
