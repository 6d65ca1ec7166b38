package com.ib.client;

import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Callbacks of accounts and positions. */
final class AccountCalls {

    private AccountCalls() {}

    static void call(WireMessage m, EWrapper w) {
        switch ((Incoming) m.kind()) {
            case UPDATE_ACCOUNT_VALUE -> w.updateAccountValue(Answers.text(m, "key"), Answers.text(m, "value"),
                    Answers.text(m, "currency"), Answers.text(m, "account"));
            case UPDATE_PORTFOLIO -> w.updatePortfolio(Answers.contract(m), Answers.decimal(m, "position"),
                    m.doubleValue("marketPrice"), m.doubleValue("marketValue"), m.doubleValue("averageCost"),
                    m.doubleValue("unrealizedPNL"), m.doubleValue("realizedPNL"), Answers.text(m, "account"));
            case UPDATE_ACCOUNT_TIME -> w.updateAccountTime(Answers.text(m, "time"));
            case ACCOUNT_DOWNLOAD_END -> w.accountDownloadEnd(Answers.text(m, "account"));
            case POSITION -> w.position(Answers.text(m, "account"), Answers.contract(m),
                    Answers.decimal(m, "position"), m.doubleValue("avgCost"));
            case POSITION_END -> w.positionEnd();
            case ACCOUNT_SUMMARY -> w.accountSummary(m.intValue("reqId"), Answers.text(m, "account"),
                    Answers.text(m, "tag"), Answers.text(m, "value"), Answers.text(m, "currency"));
            case ACCOUNT_SUMMARY_END -> w.accountSummaryEnd(m.intValue("reqId"));
            case POSITION_MULTI -> w.positionMulti(m.intValue("reqId"), Answers.text(m, "account"),
                    Answers.text(m, "modelCode"), Answers.contract(m), Answers.decimal(m, "position"),
                    m.doubleValue("avgCost"));
            case POSITION_MULTI_END -> w.positionMultiEnd(m.intValue("reqId"));
            case ACCOUNT_UPDATE_MULTI -> w.accountUpdateMulti(m.intValue("reqId"), Answers.text(m, "account"),
                    Answers.text(m, "modelCode"), Answers.text(m, "key"), Answers.text(m, "value"),
                    Answers.text(m, "currency"));
            case ACCOUNT_UPDATE_MULTI_END -> w.accountUpdateMultiEnd(m.intValue("reqId"));
            case PNL -> w.pnl(m.intValue("reqId"), m.doubleValue("dailyPnL"), m.doubleValue("unrealizedPnL"),
                    m.doubleValue("realizedPnL"));
            case PNL_SINGLE -> w.pnlSingle(m.intValue("reqId"), Answers.decimal(m, "position"),
                    m.doubleValue("dailyPnL"), m.doubleValue("unrealizedPnL"), m.doubleValue("realizedPnL"),
                    m.doubleValue("value"));
            default -> throw new IllegalStateException("no account message: " + m.kind());
        }
    }
}
