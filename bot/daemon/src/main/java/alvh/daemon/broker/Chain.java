package alvh.daemon.broker;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;

/**
 * One (class, expiry) as the option parameters list it: the date as the gateway wrote it, and what we take for its
 * settlement until contract details say so.
 */
record Chain(String tradingClass, LocalDate settlement, String listedDate, List<Long> strikesMilli) {

    /** One contract-details request: the strike is left empty. */
    record Id(String tradingClass, LocalDate settlement, Right right) implements Comparable<Id> {

        static Id of(InstrumentKey option) {
            return new Id(option.root(), option.settlementDate(), option.right());
        }

        @Override
        public int compareTo(Id other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %s %s", tradingClass, settlement, right);
        }
    }

    Chain {
        strikesMilli = List.copyOf(strikesMilli);
    }
}
