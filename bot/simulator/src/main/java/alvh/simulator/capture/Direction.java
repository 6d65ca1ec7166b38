package alvh.simulator.capture;

/** Which way bytes went, seen from the client that was recorded. */
public enum Direction {
    SENT, RECEIVED
}
