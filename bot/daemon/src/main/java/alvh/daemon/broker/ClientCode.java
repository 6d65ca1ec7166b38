package alvh.daemon.broker;

/** Error codes that the client library makes itself, without a word of the broker (tws-protocol 7.2). */
final class ClientCode {
    static final int CONNECT_FAILED = 502;
    static final int UNKNOWN_MESSAGE = 505;
    static final int UNSUPPORTED_VERSION = 506;

    private static final int BAD_LENGTH = 507;
    private static final int READ_FAILED = 509;

    private ClientCode() {}

    /** Whether the client says by it that the connection has ended by itself. */
    static boolean end(int code) {
        return code == CONNECT_FAILED || code == BAD_LENGTH || code == READ_FAILED;
    }

    static boolean made(int code) {
        return code >= 501 && code <= 593;
    }
}
