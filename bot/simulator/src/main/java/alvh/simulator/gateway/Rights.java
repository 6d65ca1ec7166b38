package alvh.simulator.gateway;

import java.util.Set;

import alvh.simulator.script.Line;

/** What a login may see of an underlying (protocol page 6.3): a code for each request, and what follows from it. */
final class Rights {

    static final int FROZEN = 2;
    static final int DELAYED = 3;
    static final int DELAYED_FROZEN = 4;
    static final int COMPETING = 10197;
    private static final int NOT_SUBSCRIBED = 354;
    private static final int MORE_NEEDED = 10089;
    private static final int DELAYED_SHOWN = 10167;
    private static final int CONNECTING = 2119;
    private static final Set<Integer> PART = Set.of(10090, 10091);
    private final Switches switches;

    Rights(Switches switches) {
        this.switches = switches;
    }

    /** @return 0 for live data, else the code that the request draws */
    int code(String underlying, int wanted) {
        boolean delayedWanted = wanted == DELAYED || wanted == DELAYED_FROZEN;
        int code = switches.permissions.getOrDefault(underlying, switches.delayed ? NOT_SUBSCRIBED : 0);
        code = code == 0 && switches.delayed ? NOT_SUBSCRIBED : code;
        boolean shown = delayedWanted && (code == NOT_SUBSCRIBED || code == MORE_NEEDED);
        return shown ? DELAYED_SHOWN : code;
    }

    /** Whether a request with this code has an answer besides the code. */
    static boolean stays(int code) {
        return code == 0 || code == DELAYED_SHOWN || code == COMPETING || code == CONNECTING || isPart(code);
    }

    /** Some of the data is missing: what an option's computations need of its underlying. */
    static boolean isPart(int code) {
        return PART.contains(code);
    }

    /** The type told in message 58. */
    static int type(int code, int wanted, boolean open) {
        boolean frozen = !open && (wanted == FROZEN || wanted == DELAYED_FROZEN);
        if (code == DELAYED_SHOWN) {
            return frozen ? DELAYED_FROZEN : DELAYED;
        }
        return frozen ? FROZEN : 1;
    }

    /** Tells a request its code; a farm that is being connected is a matter of the session. */
    static void tell(Session session, int reqId, int code, Mail mail) {
        if (code == CONNECTING) {
            FarmNotice notice = FarmNotice.of(Line.FarmKind.MARKET, Line.FarmState.CONNECTING);
            mail.error(session, Mail.SESSION, notice.code(), notice.text());
        } else if (code != 0) {
            mail.error(session, reqId, code, text(code));
        }
    }

    private static String text(int code) {
        return switch (code) {
            case NOT_SUBSCRIBED -> "Requested market data is not subscribed. Delayed market data is available.";
            case MORE_NEEDED -> "Requested market data requires additional subscription for API. Delayed market data is"
                    + " available.";
            case 10090 -> "Part of requested market data is not subscribed.";
            case 10091 -> "Part of requested market data requires additional subscription for API.";
            case DELAYED_SHOWN -> "Requested market data is not subscribed. Displaying delayed market data.";
            case 10168 -> "Requested market data is not subscribed. Delayed market data is not enabled.";
            case 10186 -> "Requested market data is not subscribed. Delayed market data is not available.";
            case COMPETING -> "No market data during competing live session";
            default -> "Requested market data is not available";
        };
    }
}
