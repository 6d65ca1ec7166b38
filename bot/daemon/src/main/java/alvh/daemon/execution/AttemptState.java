package alvh.daemon.execution;

/** The states of one order at the broker (reliability 5.1). */
public enum AttemptState {
    /** SEND_START is forced or about to be; bytes may be on the wire. */
    SENDING,
    /** The write returned, no word of the broker yet. */
    SENT,
    /** The broker knows it: ApiPending, PendingSubmit, PreSubmitted. */
    ACKED,
    /** Submitted. */
    WORKING,
    /** Submitted, some executions. */
    PARTIAL,
    /** Cancel written; fills are still possible. */
    CANCEL_REQ,
    /** The broker's "Inactive": rejected, held, or to be revived. */
    INACTIVE,
    /** Filled by status, executions missing; charged at worst case. */
    UNVERIFIED,
    /** Quarantined; the reservation is held until reconciliation or a person proves its fate. */
    UNKNOWN, FILLED, CANCELLED, REJECTED, EXPIRED, DENIED;

    /** Nothing of it can be alive at the broker; a later fill is booked all the same. */
    public boolean terminal() {
        return switch (this) {
            case FILLED, CANCELLED, REJECTED, EXPIRED, DENIED -> true;
            case SENDING, SENT, ACKED, WORKING, PARTIAL, CANCEL_REQ, INACTIVE, UNVERIFIED, UNKNOWN -> false;
        };
    }
}
