package alvh.simulator.gateway;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

import alvh.wire.Incoming;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;

/** Sends each request of a started session to the desk that answers it. */
final class Router {

    private static final Set<Outgoing> NEED_ORDERS = Set.of(Outgoing.PLACE_ORDER, Outgoing.CANCEL_ORDER,
            Outgoing.EXERCISE_OPTIONS,
            Outgoing.REQ_GLOBAL_CANCEL, Outgoing.REQ_IDS, Outgoing.REQ_OPEN_ORDERS, Outgoing.REQ_ALL_OPEN_ORDERS,
            Outgoing.REQ_COMPLETED_ORDERS);
    private static final Set<Outgoing> SUBSCRIPTIONS = Set.of(Outgoing.REQ_MKT_DATA, Outgoing.REQ_HISTORICAL_DATA,
            Outgoing.REQ_ACCOUNT_SUMMARY, Outgoing.REQ_REAL_TIME_BARS, Outgoing.REQ_TICK_BY_TICK_DATA,
            Outgoing.REQ_MKT_DEPTH, Outgoing.REQ_POSITIONS_MULTI, Outgoing.REQ_ACCOUNT_UPDATES_MULTI, Outgoing.REQ_PNL,
            Outgoing.REQ_PNL_SINGLE);
    private final Desks desks;
    private final Switches switches;
    private final Mail mail;
    private final Collection<Session> sessions;

    Router(Desks desks, Switches switches, Mail mail, Collection<Session> sessions) {
        this.desks = desks;
        this.switches = switches;
        this.mail = mail;
        this.sessions = sessions;
    }

    void route(Session session, Outgoing kind, WireMessage request) {
        if (switches.readOnly && NEED_ORDERS.contains(kind)) {
            boolean order = kind == Outgoing.PLACE_ORDER || kind == Outgoing.CANCEL_ORDER;
            mail.error(session, order ? request.intValue("orderId") : Mail.SESSION, 321,
                    "Error validating request.-'b7' : cause - The API interface is currently in Read-Only mode.");
            return;
        }
        if (SUBSCRIPTIONS.contains(kind) && session.uses(request.intValue("reqId"))) {
            boolean quote = kind == Outgoing.REQ_MKT_DATA;
            mail.error(session, request.intValue("reqId"), quote ? 102 : 322,
                    (quote ? "" : "Error processing request.-'bT' : cause - ") + "Duplicate ticker id");
            return;
        }
        boolean served = data(session, kind, request) || live(session, kind, request) || account(session, kind, request)
                || orders(session, kind, request) || small(session, kind, request);
        if (!served) {
            mail.error(session, RequestIds.of(request), 321,
                    "Error validating request.-'bX' : cause - " + kind.title() + " is not served by this simulator");
        }
    }

    private boolean data(Session session, Outgoing kind, WireMessage request) {
        switch (kind) {
            case REQ_MKT_DATA -> desks.quotes().request(session, request, sessions);
            case CANCEL_MKT_DATA -> desks.quotes().cancel(session, request);
            case REQ_MARKET_DATA_TYPE -> dataType(session, request.intValue("type"));
            case REQ_CONTRACT_DETAILS -> desks.contracts().details(session, request);
            case REQ_SEC_DEF_OPT_PARAMS -> desks.contracts().optionParameters(session, request);
            case REQ_MATCHING_SYMBOLS -> desks.contracts().matchingSymbols(session, request);
            case REQ_MARKET_RULE -> desks.contracts().marketRule(session, request);
            case REQ_HISTORICAL_DATA -> desks.history().request(session, request);
            case CANCEL_HISTORICAL_DATA -> desks.history().cancel(session, request);
            case REQ_HISTORICAL_TICKS -> desks.ticks().request(session, request);
            case REQ_HEAD_TIMESTAMP -> desks.history().headTimestamp(session, request);
            case CANCEL_HEAD_TIMESTAMP -> {
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean live(Session session, Outgoing kind, WireMessage request) {
        switch (kind) {
            case REQ_REAL_TIME_BARS -> desks.live().bars(session, request);
            case CANCEL_REAL_TIME_BARS -> desks.live().cancel(session, request, RealtimeBars.class);
            case REQ_TICK_BY_TICK_DATA -> desks.live().ticks(session, request);
            case CANCEL_TICK_BY_TICK_DATA -> desks.live().cancel(session, request, TickByTick.class);
            case REQ_MKT_DEPTH -> desks.live().depth(session, request);
            case CANCEL_MKT_DEPTH -> desks.live().cancel(session, request, DepthBook.class);
            case CALCULATE_IMPLIED_VOLATILITY -> desks.calculations().volatility(session, request);
            case CALCULATE_OPTION_PRICE -> desks.calculations().price(session, request);
            case CANCEL_CALCULATE_IMPLIED_VOLATILITY, CANCEL_CALCULATE_OPTION_PRICE -> {
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean account(Session session, Outgoing kind, WireMessage request) {
        switch (kind) {
            case REQ_POSITIONS -> desks.accounts().positions(session);
            case CANCEL_POSITIONS -> session.positions = false;
            case REQ_POSITIONS_MULTI -> desks.accounts().positionsMulti(session, request);
            case CANCEL_POSITIONS_MULTI -> session.positionsMulti.remove(request.intValue("reqId"));
            case REQ_ACCOUNT_UPDATES -> desks.accounts().updates(session, request);
            case REQ_ACCOUNT_UPDATES_MULTI -> desks.accounts().updatesMulti(session, request);
            case CANCEL_ACCOUNT_UPDATES_MULTI -> session.updatesMulti.remove(request.intValue("reqId"));
            case REQ_ACCOUNT_SUMMARY -> desks.accounts().summary(session, request);
            case CANCEL_ACCOUNT_SUMMARY -> session.summaries.remove(request.intValue("reqId"));
            case REQ_PNL -> desks.accounts().subscribePnl(session, request);
            case CANCEL_PNL -> session.pnl.remove(request.intValue("reqId"));
            case REQ_PNL_SINGLE -> desks.accounts().subscribePnlSingle(session, request);
            case CANCEL_PNL_SINGLE -> session.pnlSingle.remove(request.intValue("reqId"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean orders(Session session, Outgoing kind, WireMessage request) {
        switch (kind) {
            case PLACE_ORDER -> desks.orders().place(session, request);
            case EXERCISE_OPTIONS -> desks.orders().exercise(session, request);
            case CANCEL_ORDER -> desks.orders().cancel(session, request);
            case REQ_GLOBAL_CANCEL -> desks.orders().cancelAll();
            case REQ_OPEN_ORDERS -> desks.lists().own(session);
            case REQ_ALL_OPEN_ORDERS -> desks.lists().all(session);
            case REQ_COMPLETED_ORDERS -> desks.lists().completed(session, request.bool("apiOnly"));
            case REQ_EXECUTIONS -> desks.lists().executions(session, request);
            case REQ_AUTO_OPEN_ORDERS -> desks.orders().bind(session, request.bool("bind"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void dataType(Session session, int type) {
        if (type < 1 || type > 4) {
            mail.error(session, Mail.SESSION, 321, "Error validating request.-'cA' : cause - Unknown market data type "
                    + type + ", expected 1 to 4");
        } else {
            session.dataType = type;
        }
    }

    private boolean small(Session session, Outgoing kind, WireMessage request) {
        Instant clock = mail.now().plus(switches.skew);
        switch (kind) {
            case REQ_CURRENT_TIME -> mail.send(session, WireMessage.of(Incoming.CURRENT_TIME).set("seconds",
                    clock.getEpochSecond()));
            case REQ_CURRENT_TIME_IN_MILLIS -> mail.send(session,
                    WireMessage.of(Incoming.CURRENT_TIME_IN_MILLIS).set("milliseconds", clock.toEpochMilli()));
            case REQ_IDS -> desks.reception().nextValidId(session);
            case REQ_MANAGED_ACCTS -> desks.reception().managedAccounts(session);
            case REQ_USER_INFO -> mail.send(session, WireMessage.of(Incoming.USER_INFO).set("reqId",
                    request.intValue("reqId")));
            case REQ_NEWS_BULLETINS -> session.bulletins = true;
            case CANCEL_NEWS_BULLETINS -> session.bulletins = false;
            case SET_SERVER_LOG_LEVEL, START_API -> {
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
