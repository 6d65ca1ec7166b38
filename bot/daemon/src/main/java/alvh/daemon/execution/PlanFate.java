package alvh.daemon.execution;

import java.time.Instant;

import alvh.planner.money.Usd;

/**
 * How far a plan came, by the journal.
 *
 * @param state OFFERED, APPROVED, REJECTED, EXPIRED, SUPERSEDED, RELEASED or DONE
 * @param worstCase null until its PLAN record was read
 */
public record PlanFate(String state, Instant at, Usd worstCase) {

    static final String RELEASED = "RELEASED";
    static final String DONE = "DONE";

    /** A plan is released once, for ever. */
    boolean used() {
        return RELEASED.equals(state) || DONE.equals(state);
    }
}
