package com.ib.client;

import java.util.List;

import alvh.wire.Fields;
import alvh.wire.Incoming;
import alvh.wire.ServerVersions;
import alvh.wire.WireMessage;

/** Callbacks of data of the past. */
final class HistoryCalls {

    private HistoryCalls() {}

    static void call(WireMessage m, int serverVersion, EWrapper w) {
        int reqId = m.intValue("reqId");
        switch ((Incoming) m.kind()) {
            case HISTORICAL_DATA -> {
                Answers.list(m, "bars", HistoryCalls::bar).forEach(bar -> w.historicalData(reqId, bar));
                if (serverVersion < ServerVersions.HISTORICAL_DATA_END) {
                    w.historicalDataEnd(reqId, Answers.text(m, "startDate"), Answers.text(m, "endDate"));
                }
            }
            case HISTORICAL_DATA_END ->
                w.historicalDataEnd(reqId, Answers.text(m, "start"), Answers.text(m, "end"));
            case HISTORICAL_DATA_UPDATE -> w.historicalDataUpdate(reqId, bar(m));
            case HEAD_TIMESTAMP -> w.headTimestamp(reqId, Answers.text(m, "time"));
            case HISTORICAL_TICKS -> w.historicalTicks(reqId, Answers.list(m, "ticks",
                    t -> new HistoricalTick(t.longValue("time"), t.doubleValue("price"), Answers.decimal(t, "size"))),
                    m.bool("done"));
            case HISTORICAL_TICKS_BID_ASK ->
                w.historicalTicksBidAsk(reqId, Answers.list(m, "ticks", HistoryCalls::quote), m.bool("done"));
            case HISTORICAL_TICKS_LAST ->
                w.historicalTicksLast(reqId, Answers.list(m, "ticks", HistoryCalls::trade), m.bool("done"));
            case HISTORICAL_SCHEDULE -> {
                List<HistoricalSession> sessions = Answers.list(m, "sessions", s -> new HistoricalSession(
                        Answers.text(s, "start"), Answers.text(s, "end"), Answers.text(s, "refDate")));
                w.historicalSchedule(reqId, Answers.text(m, "start"), Answers.text(m, "end"),
                        Answers.text(m, "timeZone"), sessions);
            }
            default -> throw new IllegalStateException("no data of the past: " + m.kind());
        }
    }

    private static Bar bar(Fields<?> m) {
        return new Bar(Answers.text(m, "time"), m.doubleValue("open"), m.doubleValue("high"), m.doubleValue("low"),
                m.doubleValue("close"), Answers.decimal(m, "volume"), m.intValue("barCount"),
                Answers.decimal(m, "wap"));
    }

    /** The bits are the other way round than in tick-by-tick quotes. */
    private static HistoricalTickBidAsk quote(Fields<?> m) {
        TickAttribBidAsk attrib = new TickAttribBidAsk();
        attrib.askPastHigh((m.intValue("mask") & 1) != 0);
        attrib.bidPastLow((m.intValue("mask") & 2) != 0);
        return new HistoricalTickBidAsk(m.longValue("time"), attrib, m.doubleValue("priceBid"),
                m.doubleValue("priceAsk"), Answers.decimal(m, "sizeBid"), Answers.decimal(m, "sizeAsk"));
    }

    private static HistoricalTickLast trade(Fields<?> m) {
        return new HistoricalTickLast(m.longValue("time"), TickCalls.lastAttributes(m.intValue("mask")),
                m.doubleValue("price"), Answers.decimal(m, "size"), Answers.text(m, "exchange"),
                Answers.text(m, "specialConditions"));
    }
}
