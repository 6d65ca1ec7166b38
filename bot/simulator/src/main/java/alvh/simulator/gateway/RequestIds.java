package alvh.simulator.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import alvh.wire.Outgoing;
import alvh.wire.ServerVersions;
import alvh.wire.WireMessage;

/** Whose answer an error is: the request's own id, also where the request could not be read. */
final class RequestIds {

    /** Requests without a table here whose id follows the message id directly. */
    private static final Set<String> UNVERSIONED = Set.of("22", "79", "83", "84", "86", "88", "89", "100", "101", "102",
            "103");
    /** Requests without a table here that carry no id of their own. */
    private static final Set<String> NAMELESS = Set.of("18", "19", "24", "65", "66", "72", "73", "80", "82", "85");

    private RequestIds() {}

    /** The id of a request that was read; {@link Mail#SESSION} when it has none. */
    static int of(WireMessage request) {
        if (request.knows("reqId")) {
            return request.intValue("reqId");
        }
        return request.knows("orderId") ? request.intValue("orderId") : Mail.SESSION;
    }

    /** The id of a body that could not be read, from where it ought to stand. */
    static int of(byte[] body, int version) {
        String[] fields = new String(body, StandardCharsets.ISO_8859_1).split("\0", -1);
        int at = place(fields[0], version);
        boolean there = at > 0 && fields.length > at + 1 && fields[at].matches("-?\\d{1,10}");
        long id = there ? Long.parseLong(fields[at]) : Mail.SESSION;
        return id == (int) id ? (int) id : Mail.SESSION;
    }

    private static int place(String message, int version) {
        if (!message.matches("\\d{1,9}") || NAMELESS.contains(message)) {
            return 0;
        }
        return Outgoing.ofId(Integer.parseInt(message)).map(kind -> place(kind, version))
                .orElse(UNVERSIONED.contains(message) ? 1 : 2);
    }

    private static int place(Outgoing kind, int version) {
        WireMessage table = WireMessage.of(kind);
        if (!table.knows("reqId") && !table.knows("orderId")) {
            return 0;
        }
        boolean versioned = table.knows("version")
                && (kind != Outgoing.CANCEL_ORDER || version < ServerVersions.CME_TAGGING_FIELDS);
        return versioned ? 2 : 1;
    }
}
