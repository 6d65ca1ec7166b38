package com.ib.client;

import java.util.List;

import alvh.wire.WireMessage;

/** Puts a contract into the fields of a request. */
final class ContractFields {

    private ContractFields() {}

    /** The contract's members that the request's table has (twelve in most requests). */
    static WireMessage twelve(WireMessage m, Contract c) {
        m.set(m.knows("conId") ? "conId" : "contract.conId", c.conid()).set("symbol", c.symbol())
                .set("secType", c.getSecType()).set("lastTradeDateOrContractMonth", c.lastTradeDateOrContractMonth())
                .set("strike", c.strike()).set("right", c.getRight()).set("multiplier", c.multiplier())
                .set("exchange", c.exchange()).set("currency", c.currency()).set("localSymbol", c.localSymbol())
                .set("tradingClass", c.tradingClass());
        return m.knows("primaryExch") ? m.set("primaryExch", c.primaryExch()) : m;
    }

    /** The short form of the legs; it travels only when the contract is a BAG. */
    static void legs(WireMessage m, Contract c) {
        if (c.comboLegs() != null) {
            for (ComboLeg leg : c.comboLegs()) {
                leg(m, leg);
            }
        }
    }

    static WireMessage.Group leg(WireMessage m, ComboLeg leg) {
        return m.add("comboLegs").set("conId", leg.conid()).set("ratio", leg.ratio()).set("action", leg.getAction())
                .set("exchange", leg.exchange());
    }

    static void deltaNeutral(WireMessage m, Contract c) {
        DeltaNeutralContract under = c.deltaNeutralContract();
        m.set("hasDeltaNeutralContract", under != null);
        if (under != null) {
            m.set("deltaNeutralContract.conId", under.conid()).set("deltaNeutralContract.delta", under.delta())
                    .set("deltaNeutralContract.price", under.price());
        }
    }

    /** All pairs in one text: tag=value; for each. */
    static String tags(List<TagValue> pairs) {
        StringBuilder text = new StringBuilder();
        if (pairs != null) {
            for (TagValue pair : pairs) {
                text.append(pair.m_tag).append('=').append(pair.m_value).append(';');
            }
        }
        return text.toString();
    }

    static void tagList(WireMessage m, String list, List<TagValue> pairs) {
        if (pairs != null) {
            pairs.forEach(pair -> m.add(list).set("tag", pair.m_tag).set("value", pair.m_value));
        }
    }
}
