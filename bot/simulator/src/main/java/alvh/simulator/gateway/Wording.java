package alvh.simulator.gateway;

import alvh.simulator.market.Listing;
import alvh.wire.WireMessage;

/** The contract as most answers carry it. */
final class Wording {

    private Wording() {}

    /** Sets conId to tradingClass; what a message has besides is the caller's. */
    static WireMessage contract(WireMessage message, Listing l) {
        message.set(message.knows("conId") ? "conId" : "contract.conId", l.conId()).set("symbol", l.symbol())
                .set("secType", l.secType())
                .set("strike", Numbers.plain(l.strike())).set("right", l.right())
                .set("multiplier", ContractDesk.multiplier(l)).set("currency", "USD")
                .set("localSymbol", l.localSymbol()).set("tradingClass", l.tradingClass());
        if (l.lastTradeDate() != null) {
            message.set("lastTradeDateOrContractMonth", Stamp.day(l.lastTradeDate()));
        }
        return message;
    }
}
