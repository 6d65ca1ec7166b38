package alvh.simulator.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.wire.Fields;
import alvh.wire.FrameCodec;
import alvh.wire.WireException;
import alvh.wire.WireMessage;

/** The names a client gives: request ids, order ids, order references; recorded and live ones side by side. */
final class OwnNames {

    private final Map<Integer, Integer> requests = new TreeMap<>();
    private final Map<Integer, Integer> orders = new TreeMap<>();
    private final Map<String, String> references = new TreeMap<>();
    private final int version;

    OwnNames(int version) {
        this.version = version;
    }

    /** Whether the live message may stand for the recorded one by what is known of their names. */
    boolean fit(WireMessage recorded, WireMessage live) {
        return fit(requests, recorded, live, "reqId") && fit(orders, recorded, live, "orderId");
    }

    private static boolean fit(Map<Integer, Integer> known, WireMessage recorded, WireMessage live, String name) {
        if (!recorded.has(name) || !live.has(name)) {
            return true;
        }
        Integer expected = known.get(recorded.intValue(name));
        int got = live.intValue(name);
        return expected == null ? !known.containsValue(got) : expected == got;
    }

    void learn(WireMessage recorded, WireMessage live) {
        if (recorded.has("reqId") && live.has("reqId")) {
            requests.put(recorded.intValue("reqId"), live.intValue("reqId"));
        }
        if (recorded.has("orderId") && live.has("orderId")) {
            orders.put(recorded.intValue("orderId"), live.intValue("orderId"));
        }
        boolean named = recorded.has("orderRef") && live.has("orderRef") && !recorded.text("orderRef").isEmpty();
        if (named) {
            references.put(recorded.text("orderRef"), live.text("orderRef"));
        }
    }

    /** The recorded answer with the live client's names; as it was where there is nothing to change or no table for it. */
    byte[] translated(byte[] body) {
        if (!(Decoded.of(Direction.RECEIVED, version, body) instanceof Decoded.Message decoded)) {
            return body;
        }
        WireMessage message = decoded.message();
        try {
            if (!Arrays.equals(FrameCodec.encode(message, version), body)) {
                return body;
            }
            List<Boolean> changed = new ArrayList<>();
            changed.add(number(message, "reqId", requests));
            changed.add(number(message, "orderId", orders));
            changed.add(number(message, "parentId", orders));
            if (decoded.name().equals("error")) {
                changed.add(number(message, "id", requests) || number(message, "id", orders));
            }
            if (message.has("orderRef") && references.containsKey(message.text("orderRef"))) {
                message.set("orderRef", references.get(message.text("orderRef")));
                changed.add(true);
            }
            return changed.contains(true) ? FrameCodec.encode(message, version) : body;
        } catch (WireException odd) {
            return body;
        }
    }

    private static boolean number(Fields<?> message, String name, Map<Integer, Integer> known) {
        if (!message.has(name)) {
            return false;
        }
        Integer live = known.get(message.intValue(name));
        if (live == null) {
            return false;
        }
        message.set(name, (int) live);
        return true;
    }
}
