package com.ib.client;

import alvh.wire.Outgoing;
import com.ib.client.EClientErrors.CodeMsgPair;

/** The error code of each request whose writing failed. */
final class SendErrors {

    private SendErrors() {}

    static CodeMsgPair of(Outgoing kind) {
        return new CodeMsgPair(code(kind), name(kind) + " Sending Error");
    }

    private static String name(Outgoing kind) {
        return kind == Outgoing.REQ_CURRENT_TIME ? "Request Current Time" : kind.title();
    }

    /** Requests without a code of their own in the protocol page share the code of a broken socket. */
    private static int code(Outgoing kind) {
        return switch (kind) {
            case REQ_MKT_DATA -> 510;
            case CANCEL_MKT_DATA -> 511;
            case PLACE_ORDER -> 512;
            case REQ_ACCOUNT_UPDATES -> 513;
            case REQ_EXECUTIONS -> 514;
            case CANCEL_ORDER -> 515;
            case REQ_OPEN_ORDERS, REQ_ALL_OPEN_ORDERS, REQ_AUTO_OPEN_ORDERS -> 516;
            case REQ_CONTRACT_DETAILS -> 518;
            case REQ_HISTORICAL_DATA -> 527;
            case CANCEL_HISTORICAL_DATA -> 528;
            case REQ_CURRENT_TIME -> 531;
            case REQ_GLOBAL_CANCEL -> 538;
            case REQ_MARKET_DATA_TYPE -> 539;
            case REQ_POSITIONS -> 540;
            case CANCEL_POSITIONS -> 541;
            case REQ_ACCOUNT_SUMMARY -> 542;
            case CANCEL_ACCOUNT_SUMMARY -> 543;
            case START_API -> 550;
            case REQ_SEC_DEF_OPT_PARAMS -> 557;
            case REQ_MARKET_RULE -> 570;
            case REQ_PNL -> 571;
            case CANCEL_PNL -> 572;
            case REQ_PNL_SINGLE -> 573;
            case CANCEL_PNL_SINGLE -> 574;
            case REQ_COMPLETED_ORDERS -> 578;
            default -> EClientErrors.SOCKET_EXCEPTION.code();
        };
    }
}
