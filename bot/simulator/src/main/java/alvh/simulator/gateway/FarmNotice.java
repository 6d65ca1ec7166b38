package alvh.simulator.gateway;

import alvh.simulator.script.Line;

/** What a gateway says of one of the broker's farms (protocol page 6.7). */
record FarmNotice(int code, String text) {

    static FarmNotice of(Line.FarmKind kind, Line.FarmState state) {
        return switch (kind) {
            case MARKET -> switch (state) {
                case UP -> new FarmNotice(2104, "Market data farm connection is OK:usfarm");
                case DOWN -> new FarmNotice(2103, "Market data farm connection is broken:usfarm");
                case IDLE -> new FarmNotice(2108,
                        "Market data farm connection is inactive but should be available upon demand.usfarm");
                case CONNECTING -> new FarmNotice(2119, "Market data farm is connecting:usfarm");
            };
            case HISTORY -> switch (state) {
                case UP, CONNECTING -> new FarmNotice(2106, "HMDS data farm connection is OK:ushmds");
                case DOWN -> new FarmNotice(2105, "HMDS data farm connection is broken:ushmds");
                case IDLE -> new FarmNotice(2107,
                        "HMDS data farm connection is inactive but should be available upon demand.ushmds");
            };
            case CONTRACTS -> switch (state) {
                case UP, IDLE, CONNECTING -> new FarmNotice(2158, "Sec-def data farm connection is OK:secdefnj");
                case DOWN -> new FarmNotice(2157, "Sec-def data farm connection is broken:secdefnj");
            };
        };
    }
}
