package alvh.daemon.broker;

/** Error codes that the client library makes itself, without a word of the broker (tws-protocol 7.2). */
final class ClientCode {
    static final int CONNECT_FAILED = 502;
    static final int UNKNOWN_MESSAGE = 505;
    static final int UNSUPPORTED_VERSION = 506;

    private ClientCode() {}

    static boolean made(int code) {
        return code >= 501 && code <= 593;
    }
}
