package com.ib.client;

import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Callbacks of market data. */
final class TickCalls {

    private static final double NO_VALUE = -1;
    private static final double NO_GREEK = -2;
    private static final int NO_SIZE = -1;

    private TickCalls() {}

    static void call(WireMessage m, EWrapper w) {
        int reqId = m.intValue("reqId");
        switch ((Incoming) m.kind()) {
            case TICK_PRICE -> price(m, reqId, w);
            case TICK_SIZE -> w.tickSize(reqId, m.intValue("tickType"), Answers.decimal(m, "size"));
            case TICK_OPTION_COMPUTATION -> w.tickOptionComputation(reqId, m.intValue("tickType"),
                    m.intValue("tickAttrib"), known(m, "impliedVol", NO_VALUE), known(m, "delta", NO_GREEK),
                    known(m, "optPrice", NO_VALUE), known(m, "pvDividend", NO_VALUE), known(m, "gamma", NO_GREEK),
                    known(m, "vega", NO_GREEK), known(m, "theta", NO_GREEK), known(m, "undPrice", NO_VALUE));
            case TICK_GENERIC -> w.tickGeneric(reqId, m.intValue("tickType"), m.doubleValue("value"));
            case TICK_STRING -> w.tickString(reqId, m.intValue("tickType"), Answers.text(m, "value"));
            case TICK_SNAPSHOT_END -> w.tickSnapshotEnd(reqId);
            case MARKET_DATA_TYPE -> w.marketDataType(reqId, m.intValue("type"));
            case TICK_REQ_PARAMS -> w.tickReqParams(reqId, m.doubleValue("minTick"), Answers.text(m, "bboExchange"),
                    m.intValue("snapshotPermissions"));
            case REROUTE_MKT_DATA_REQ ->
                w.rerouteMktDataReq(reqId, m.intValue("conId"), Answers.text(m, "exchange"));
            case TICK_BY_TICK -> tickByTick(m, reqId, w);
            case UPDATE_MKT_DEPTH -> w.updateMktDepth(reqId, m.intValue("position"), m.intValue("operation"),
                    m.intValue("side"), m.doubleValue("price"), Answers.decimal(m, "size"));
            case UPDATE_MKT_DEPTH_L2 -> w.updateMktDepthL2(reqId, m.intValue("position"),
                    Answers.text(m, "marketMaker"), m.intValue("operation"), m.intValue("side"),
                    m.doubleValue("price"), Answers.decimal(m, "size"), m.bool("isSmartDepth"));
            case REALTIME_BAR -> w.realtimeBar(reqId, m.longValue("time"), m.doubleValue("open"),
                    m.doubleValue("high"), m.doubleValue("low"), m.doubleValue("close"),
                    Answers.decimal(m, "volume"), Answers.decimal(m, "wap"), m.intValue("count"));
            default -> throw new IllegalStateException("no market data: " + m.kind());
        }
    }

    /** A price, and for those kinds that have one, its size. */
    private static void price(WireMessage m, int reqId, EWrapper w) {
        int type = m.intValue("tickType");
        int mask = m.intValue("attribMask");
        TickAttrib attrib = new TickAttrib();
        attrib.canAutoExecute((mask & 1) != 0);
        attrib.pastLimit((mask & 2) != 0);
        attrib.preOpen((mask & 4) != 0);
        double price = m.doubleValue("price");
        Decimal size = Answers.decimal(m, "size");
        w.tickPrice(reqId, type, price, attrib);
        int sizeType = switch (type) {
            case 1 -> 0;
            case 2 -> 3;
            case 4 -> 5;
            case 66 -> 69;
            case 67 -> 70;
            case 68 -> 71;
            default -> NO_SIZE;
        };
        if (sizeType != NO_SIZE) {
            w.tickSize(reqId, sizeType, size);
        }
    }

    /** Double.MAX_VALUE in place of the number that means "not computed". */
    private static double known(WireMessage m, String name, double missing) {
        double value = m.doubleValue(name);
        return value == missing ? Double.MAX_VALUE : value;
    }

    private static void tickByTick(WireMessage m, int reqId, EWrapper w) {
        int kind = m.intValue("kind");
        long time = m.longValue("time");
        switch (kind) {
            case 1, 2 -> w.tickByTickAllLast(reqId, kind, time, m.doubleValue("price"), Answers.decimal(m, "size"),
                    lastAttributes(m.intValue("mask")), Answers.text(m, "exchange"), Answers.text(m, "conditions"));
            case 3 -> {
                TickAttribBidAsk attrib = new TickAttribBidAsk();
                attrib.bidPastLow((m.intValue("mask") & 1) != 0);
                attrib.askPastHigh((m.intValue("mask") & 2) != 0);
                w.tickByTickBidAsk(reqId, time, m.doubleValue("bidPrice"), m.doubleValue("askPrice"),
                        Answers.decimal(m, "bidSize"), Answers.decimal(m, "askSize"), attrib);
            }
            case 4 -> w.tickByTickMidPoint(reqId, time, m.doubleValue("midPoint"));
            default -> throw new IllegalStateException("the table knows no kind " + kind);
        }
    }

    static TickAttribLast lastAttributes(int mask) {
        TickAttribLast attrib = new TickAttribLast();
        attrib.pastLimit((mask & 1) != 0);
        attrib.unreported((mask & 2) != 0);
        return attrib;
    }
}
