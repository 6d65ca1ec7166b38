package com.ib.client;

import java.io.EOFException;
import java.io.IOException;

import alvh.wire.AnswerReader;
import alvh.wire.Incoming;
import alvh.wire.WireException;
import alvh.wire.WireMessage;

/** From the body of a frame to the wrapper. For one thread: the message it reads into is used again. */
final class MessageDispatch {

    private static final String NO_MESSAGE = "-1";

    private final EWrapper wrapper;
    private final AnswerReader reader = new AnswerReader();

    MessageDispatch(EWrapper wrapper) {
        this.wrapper = wrapper;
    }

    /** Reads the body that lies there and makes its callbacks; an unknown message id is reported as 505, id -1 is skipped. */
    void dispatch(byte[] bytes, int from, int to, int serverVersion) throws IOException {
        try {
            call(reader.read(bytes, from, to, serverVersion), serverVersion, wrapper);
        } catch (WireException broken) {
            refuse(broken, wrapper);
        }
    }

    /** Broken frames throw what the official client throws for them, with a better text. */
    private static void refuse(WireException broken, EWrapper wrapper) throws IOException {
        switch (broken.problem()) {
            case UNKNOWN_MESSAGE -> unknown(broken, wrapper);
            case BAD_VALUE, EMPTY_NUMBER, BAD_COUNT -> {
                NumberFormatException bad = new NumberFormatException(broken.getMessage());
                bad.initCause(broken);
                throw bad;
            }
            case TOO_SHORT -> {
                EOFException cut = new EOFException(broken.getMessage());
                cut.initCause(broken);
                throw cut;
            }
            case UNKNOWN_VARIANT, TOO_LONG -> throw new IOException(broken.getMessage(), broken);
            case NOT_ASCII, NO_SUCH_FIELD -> throw broken;
        }
    }

    private static void unknown(WireException broken, EWrapper wrapper) {
        if (!broken.text().matches("-?\\d+")) {
            throw new NumberFormatException(broken.getMessage());
        }
        if (!broken.text().equals(NO_MESSAGE)) {
            wrapper.error(EClientErrors.NO_VALID_ID, Util.currentTimeMillis(), EClientErrors.UNKNOWN_ID.code(),
                    EClientErrors.UNKNOWN_ID.text(), null);
        }
    }

    private static void call(WireMessage m, int serverVersion, EWrapper w) {
        switch ((Incoming) m.kind()) {
            case TICK_PRICE, TICK_SIZE, TICK_OPTION_COMPUTATION, TICK_GENERIC, TICK_STRING, TICK_SNAPSHOT_END,
                    MARKET_DATA_TYPE, TICK_REQ_PARAMS, REROUTE_MKT_DATA_REQ, TICK_BY_TICK, UPDATE_MKT_DEPTH,
                    UPDATE_MKT_DEPTH_L2, REALTIME_BAR ->
                TickCalls.call(m, w);
            case HISTORICAL_DATA, HISTORICAL_DATA_END, HISTORICAL_DATA_UPDATE, HEAD_TIMESTAMP, HISTORICAL_TICKS,
                    HISTORICAL_TICKS_BID_ASK, HISTORICAL_TICKS_LAST, HISTORICAL_SCHEDULE ->
                HistoryCalls.call(m, serverVersion, w);
            case CONTRACT_DETAILS, BOND_CONTRACT_DETAILS, CONTRACT_DETAILS_END, SECURITY_DEFINITION_OPTIONAL_PARAMETER,
                    SECURITY_DEFINITION_OPTIONAL_PARAMETER_END, SYMBOL_SAMPLES, MARKET_RULE ->
                ContractCalls.call(m, w);
            case OPEN_ORDER, COMPLETED_ORDER, OPEN_ORDER_END, COMPLETED_ORDERS_END, ORDER_STATUS, ORDER_BOUND,
                    EXEC_DETAILS, EXEC_DETAILS_END, COMMISSION_AND_FEES_REPORT ->
                OrderCalls.call(m, w);
            case UPDATE_ACCOUNT_VALUE, UPDATE_PORTFOLIO, UPDATE_ACCOUNT_TIME, ACCOUNT_DOWNLOAD_END, POSITION,
                    POSITION_END, ACCOUNT_SUMMARY, ACCOUNT_SUMMARY_END, POSITION_MULTI, POSITION_MULTI_END,
                    ACCOUNT_UPDATE_MULTI, ACCOUNT_UPDATE_MULTI_END, PNL, PNL_SINGLE ->
                AccountCalls.call(m, w);
            case ERROR, NEXT_VALID_ID, MANAGED_ACCOUNTS, CURRENT_TIME, CURRENT_TIME_IN_MILLIS, USER_INFO,
                    UPDATE_NEWS_BULLETIN ->
                session(m, w);
        }
    }

    private static void session(WireMessage m, EWrapper w) {
        switch ((Incoming) m.kind()) {
            case ERROR -> w.error(m.intValue("id"), m.has("time") ? m.longValue("time") : 0, m.intValue("code"),
                    Answers.text(m, "message"), Answers.text(m, "advancedOrderRejectJson"));
            case NEXT_VALID_ID -> w.nextValidId(m.intValue("orderId"));
            case MANAGED_ACCOUNTS -> w.managedAccounts(Answers.text(m, "accounts"));
            case CURRENT_TIME -> w.currentTime(m.longValue("seconds"));
            case CURRENT_TIME_IN_MILLIS -> w.currentTimeInMillis(m.longValue("milliseconds"));
            case USER_INFO -> w.userInfo(m.intValue("reqId"), Answers.text(m, "whiteBrandingId"));
            case UPDATE_NEWS_BULLETIN -> w.updateNewsBulletin(m.intValue("msgId"), m.intValue("type"),
                    Answers.text(m, "text"), Answers.text(m, "exchange"));
            default -> throw new IllegalStateException("no session message: " + m.kind());
        }
    }
}
