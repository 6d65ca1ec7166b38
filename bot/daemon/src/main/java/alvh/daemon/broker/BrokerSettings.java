package alvh.daemon.broker;

import alvh.planner.market.AccountKind;

/**
 * What the session needs of the settings file, already checked.
 *
 * @param clientId dedicated, never 0: orders stay visible and cancellable only under the same id
 * @param accountId the one account the bot acts for, e.g. {@code DUSIM0001}
 * @param marketDataLines how many lines may be open at once; the user's own TWS shares the broker's allowance
 * @param allowDelayed ask for delayed data where live is not permitted ({@code data.allow_delayed}, paper only)
 * @param capture the recorder of every byte ({@code gateway.capture}), or null for off
 */
public record BrokerSettings(String host, int port, int clientId, String accountId, AccountKind kind,
        int marketDataLines, boolean allowDelayed, Capture capture) {

    public static final int DEFAULT_LINES = 80;

    public BrokerSettings {
        if (clientId <= 0) {
            throw new IllegalArgumentException("gateway.client_id: got " + clientId + ", expected 1 or more");
        }
        if (marketDataLines <= 0) {
            throw new IllegalArgumentException(
                    "gateway.market_data_lines: got " + marketDataLines + ", expected 1 or more");
        }
    }

    /** The usual lines, live data only, no capture. */
    public static BrokerSettings of(String host, int port, int clientId, String accountId, AccountKind kind) {
        return new BrokerSettings(host, port, clientId, accountId, kind, DEFAULT_LINES, false, null);
    }
}
