package alvh.simulator.exchange;

/** Where an order stands; {@link #wire} is the word on the wire. */
public enum OrderStatus {
    PRE_SUBMITTED("PreSubmitted"), SUBMITTED("Submitted"), PENDING_CANCEL("PendingCancel"), CANCELLED(
            "Cancelled"), FILLED("Filled"), INACTIVE("Inactive");

    private final String wire;

    OrderStatus(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public boolean isTerminal() { return this == CANCELLED || this == FILLED || this == INACTIVE; }
}
