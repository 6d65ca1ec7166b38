package alvh.simulator.gateway;

import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;

/** A held market with one pinned call and put spread, a client, and the orders that tests write. */
final class OrderBench {

    static final String CALL = "VIX   260415C00022000";
    static final String PUT_570 = "XSP   260529P00570000";
    static final String PUT_560 = "XSP   260529P00560000";
    final Kit kit = Kit.held();
    final Client client = kit.client(7);

    OrderBench() {
        kit.play("quote VIX260415C22 0.68 0.76 size 50");
        kit.play("quote XSP260529P570 6.00 6.20");
        kit.play("quote XSP260529P560 4.10 4.30");
        kit.play("release");
        kit.play("hold fills");
    }

    WireMessage order(int id, String action, int quantity, double limit) {
        return WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", id).set("contract.conId", kit.conId(CALL))
                .set("exchange", "SMART").set("action", action).set("totalQuantity", quantity)
                .set("orderType", "LMT").set("lmtPrice", limit).set("account", "DUSIM0001")
                .set("orderRef", "HB1.S.TEST." + id).set("transmit", true);
    }

    WireMessage stop(int id, String action, int quantity, double at) {
        return order(id, action, quantity, 0).set("orderType", "STP").set("lmtPrice", "").set("auxPrice", at);
    }

    /** Bought for a net price: the 570 put long, the 560 put short. */
    WireMessage combo(int id, int quantity, double limit) {
        WireMessage combo = WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", id).set("symbol", "XSP")
                .set("secType", "BAG").set("exchange", "SMART").set("currency", "USD").set("action", "BUY")
                .set("totalQuantity", quantity).set("lmtPrice", limit).set("orderRef", "HB1.S.COMBO")
                .set("transmit", true);
        combo.add("comboLegs").set("conId", kit.conId(PUT_570)).set("ratio", 1).set("action", "BUY")
                .set("exchange", "SMART");
        combo.add("comboLegs").set("conId", kit.conId(PUT_560)).set("ratio", 1).set("action", "SELL")
                .set("exchange", "SMART");
        return combo;
    }

    List<String> ask(WireMessage request) {
        return OrderSequencesTest.shorts(client.ask(request));
    }

    List<String> played(String line) {
        kit.play(line);
        return OrderSequencesTest.shorts(client.heard());
    }

    /** whyHeld of the last orderStatus among these frames. */
    static String whyHeld(List<String> frames) {
        return frames.stream().filter(f -> f.startsWith("3|")).reduce((a, b) -> b).orElseThrow().split("\\|", -1)[10];
    }
}
