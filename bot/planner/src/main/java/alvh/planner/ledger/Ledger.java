package alvh.planner.ledger;

import java.util.List;
import java.util.SortedMap;

import alvh.planner.money.Usd;

/**
 * The account's lots and reservations: the fold of all booked events so far. Immutable.
 *
 * @param lots by lot id, ended ones stay for the 63-session epoch and the reports
 * @param reservations by intent id, for intents not yet closed
 */
public record Ledger(SortedMap<String, Lot> lots, SortedMap<String, BookedEvent.IntentReserved> reservations,
        Memory memory) {

    /** What the fold needs to apply corrections and late commissions: executions by base id and key, and their lots. */
    public record Memory(SortedMap<String, Applied> executions) {}

    /** One applied execution, its commission so far and the lots it touched. */
    public record Applied(BookedEvent.Executed execution, Usd commission, List<String> lots) {}
}
