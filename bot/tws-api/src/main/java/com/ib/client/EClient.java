package com.ib.client;

import java.util.List;
import java.util.function.Consumer;

import alvh.wire.Outgoing;
import alvh.wire.ServerVersions;
import alvh.wire.WireMessage;

/**
 * The requests. Each may be called from any thread; a call that cannot be sent (not connected, server too old, a
 * character that may not travel) is reported to the wrapper on the caller's thread and sends nothing.
 */
public abstract class EClient extends RequestSender {

    EClient(EWrapper wrapper) {
        super(wrapper);
    }

    public void startAPI() {
        request(Outgoing.START_API, NO_ID,
                m -> m.set("clientId", clientId()).set("optionalCapabilities", optionalCapabilities()));
    }

    // ---- market data

    public void reqMktData(int tickerId, Contract contract, String genericTickList, boolean snapshot,
            boolean regulatorySnapshot, List<TagValue> mktDataOptions) {
        request(Outgoing.REQ_MKT_DATA, tickerId, m -> {
            ContractFields.twelve(m.set("reqId", tickerId), contract);
            ContractFields.legs(m, contract);
            ContractFields.deltaNeutral(m, contract);
            m.set("genericTickList", genericTickList).set("snapshot", snapshot)
                    .set("regulatorySnapshot", regulatorySnapshot)
                    .set("mktDataOptions", ContractFields.tags(mktDataOptions));
        });
    }

    public void cancelMktData(int tickerId) {
        cancel(Outgoing.CANCEL_MKT_DATA, tickerId);
    }

    public void reqMarketDataType(int marketDataType) {
        request(Outgoing.REQ_MARKET_DATA_TYPE, NO_ID, m -> m.set("type", marketDataType));
    }

    public void reqMktDepth(int tickerId, Contract contract, int numRows, boolean isSmartDepth,
            List<TagValue> mktDepthOptions) {
        request(Outgoing.REQ_MKT_DEPTH, tickerId,
                m -> ContractFields.twelve(m.set("reqId", tickerId), contract).set("numRows", numRows)
                        .set("isSmartDepth", isSmartDepth)
                        .set("mktDepthOptions", ContractFields.tags(mktDepthOptions)));
    }

    public void cancelMktDepth(int tickerId, boolean isSmartDepth) {
        request(Outgoing.CANCEL_MKT_DEPTH, tickerId,
                m -> m.set("reqId", tickerId).set("isSmartDepth", isSmartDepth));
    }

    public void reqTickByTickData(int reqId, Contract contract, String tickType, int numberOfTicks,
            boolean ignoreSize) {
        request(Outgoing.REQ_TICK_BY_TICK_DATA, reqId,
                m -> ContractFields.twelve(m.set("reqId", reqId), contract).set("tickType", tickType)
                        .set("numberOfTicks", numberOfTicks).set("ignoreSize", ignoreSize));
    }

    public void cancelTickByTickData(int reqId) {
        cancel(Outgoing.CANCEL_TICK_BY_TICK_DATA, reqId);
    }

    public void calculateImpliedVolatility(int reqId, Contract contract, double optionPrice, double underPrice,
            List<TagValue> impliedVolatilityOptions) {
        request(Outgoing.CALCULATE_IMPLIED_VOLATILITY, reqId,
                m -> ContractFields.twelve(m.set("reqId", reqId), contract).set("optionPrice", optionPrice)
                        .set("underPrice", underPrice)
                        .set("impliedVolatilityOptions", ContractFields.tags(impliedVolatilityOptions)));
    }

    public void cancelCalculateImpliedVolatility(int reqId) {
        cancel(Outgoing.CANCEL_CALCULATE_IMPLIED_VOLATILITY, reqId);
    }

    public void calculateOptionPrice(int reqId, Contract contract, double volatility, double underPrice,
            List<TagValue> optionPriceOptions) {
        request(Outgoing.CALCULATE_OPTION_PRICE, reqId,
                m -> ContractFields.twelve(m.set("reqId", reqId), contract).set("volatility", volatility)
                        .set("underPrice", underPrice)
                        .set("optionPriceOptions", ContractFields.tags(optionPriceOptions)));
    }

    public void cancelCalculateOptionPrice(int reqId) {
        cancel(Outgoing.CANCEL_CALCULATE_OPTION_PRICE, reqId);
    }

    // ---- the past

    public void reqHistoricalData(int tickerId, Contract contract, String endDateTime, String durationStr,
            String barSizeSetting, String whatToShow, int useRTH, int formatDate, boolean keepUpToDate,
            List<TagValue> chartOptions) {
        request(Outgoing.REQ_HISTORICAL_DATA, tickerId, m -> {
            ContractFields.twelve(m.set("reqId", tickerId), contract);
            ContractFields.legs(m, contract);
            m.set("includeExpired", contract.includeExpired()).set("endDateTime", endDateTime)
                    .set("barSizeSetting", barSizeSetting).set("durationStr", durationStr).set("useRTH", useRTH)
                    .set("whatToShow", whatToShow).set("formatDate", formatDate).set("keepUpToDate", keepUpToDate)
                    .set("chartOptions", ContractFields.tags(chartOptions));
        });
    }

    public void cancelHistoricalData(int tickerId) {
        cancel(Outgoing.CANCEL_HISTORICAL_DATA, tickerId);
    }

    public void reqHeadTimestamp(int tickerId, Contract contract, String whatToShow, int useRTH, int formatDate) {
        request(Outgoing.REQ_HEAD_TIMESTAMP, tickerId,
                m -> ContractFields.twelve(m.set("reqId", tickerId), contract)
                        .set("includeExpired", contract.includeExpired()).set("useRTH", useRTH)
                        .set("whatToShow", whatToShow).set("formatDate", formatDate));
    }

    public void cancelHeadTimestamp(int tickerId) {
        cancel(Outgoing.CANCEL_HEAD_TIMESTAMP, tickerId);
    }

    public void reqRealTimeBars(int tickerId, Contract contract, int barSize, String whatToShow, boolean useRTH,
            List<TagValue> realTimeBarsOptions) {
        request(Outgoing.REQ_REAL_TIME_BARS, tickerId,
                m -> ContractFields.twelve(m.set("reqId", tickerId), contract).set("barSize", barSize)
                        .set("whatToShow", whatToShow).set("useRTH", useRTH)
                        .set("realTimeBarsOptions", ContractFields.tags(realTimeBarsOptions)));
    }

    public void cancelRealTimeBars(int tickerId) {
        cancel(Outgoing.CANCEL_REAL_TIME_BARS, tickerId);
    }

    public void reqHistoricalTicks(int reqId, Contract contract, String startDateTime, String endDateTime,
            int numberOfTicks, String whatToShow, int useRth, boolean ignoreSize, List<TagValue> miscOptions) {
        request(Outgoing.REQ_HISTORICAL_TICKS, reqId,
                m -> ContractFields.twelve(m.set("reqId", reqId), contract)
                        .set("includeExpired", contract.includeExpired()).set("start", startDateTime)
                        .set("end", endDateTime).set("numberOfTicks", numberOfTicks).set("whatToShow", whatToShow)
                        .set("useRth", useRth).set("ignoreSize", ignoreSize)
                        .set("miscOptions", ContractFields.tags(miscOptions)));
    }

    // ---- contracts

    public void reqContractDetails(int reqId, Contract contract) {
        request(Outgoing.REQ_CONTRACT_DETAILS, reqId,
                m -> ContractFields.twelve(m.set("reqId", reqId), contract)
                        .set("includeExpired", contract.includeExpired()).set("secIdType", contract.getSecIdType())
                        .set("secId", contract.secId()).set("issuerId", contract.issuerId()));
    }

    public void reqSecDefOptParams(int reqId, String underlyingSymbol, String futFopExchange,
            String underlyingSecType, int underlyingConId) {
        request(Outgoing.REQ_SEC_DEF_OPT_PARAMS, reqId,
                m -> m.set("reqId", reqId).set("symbol", underlyingSymbol).set("futFopExchange", futFopExchange)
                        .set("secType", underlyingSecType).set("conId", underlyingConId));
    }

    public void reqMatchingSymbols(int reqId, String pattern) {
        request(Outgoing.REQ_MATCHING_SYMBOLS, reqId, m -> m.set("reqId", reqId).set("pattern", pattern));
    }

    public void reqMarketRule(int marketRuleId) {
        request(Outgoing.REQ_MARKET_RULE, NO_ID, m -> m.set("marketRuleId", marketRuleId));
    }

    // ---- orders

    public void placeOrder(int id, Contract contract, Order order) {
        request(Outgoing.PLACE_ORDER, id, m -> {
            OrderGates.check(order, this::require);
            OrderFields.put(m.set("orderId", id), contract, order);
        });
    }

    public void cancelOrder(int id, OrderCancel orderCancel) {
        request(Outgoing.CANCEL_ORDER, id, m -> {
            OrderGates.check(orderCancel, this::require);
            m.set("orderId", id).set("manualOrderCancelTime", orderCancel.manualOrderCancelTime());
            cancelTags(m, orderCancel);
        });
    }

    public void reqGlobalCancel(OrderCancel orderCancel) {
        request(Outgoing.REQ_GLOBAL_CANCEL, NO_ID, m -> {
            OrderGates.check(orderCancel, this::require);
            cancelTags(m, orderCancel);
        });
    }

    public void exerciseOptions(int tickerId, Contract contract, int exerciseAction, int exerciseQuantity,
            String account, int override, String manualOrderTime, String customerAccount,
            boolean professionalCustomer) {
        request(Outgoing.EXERCISE_OPTIONS, tickerId, m -> {
            OrderGates.checkExercise(manualOrderTime, customerAccount, professionalCustomer, this::require);
            ContractFields.twelve(m.set("reqId", tickerId), contract).set("action", exerciseAction)
                    .set("quantity", exerciseQuantity).set("account", account).set("override", override)
                    .set("manualOrderTime", manualOrderTime).set("customerAccount", customerAccount)
                    .set("professionalCustomer", professionalCustomer);
        });
    }

    public void reqIds(int numIds) {
        request(Outgoing.REQ_IDS, NO_ID, m -> m.set("numIds", numIds));
    }

    public void reqOpenOrders() {
        request(Outgoing.REQ_OPEN_ORDERS);
    }

    public void reqAllOpenOrders() {
        request(Outgoing.REQ_ALL_OPEN_ORDERS);
    }

    public void reqAutoOpenOrders(boolean bAutoBind) {
        request(Outgoing.REQ_AUTO_OPEN_ORDERS, NO_ID, m -> m.set("bind", bAutoBind));
    }

    public void reqCompletedOrders(boolean apiOnly) {
        request(Outgoing.REQ_COMPLETED_ORDERS, NO_ID, m -> m.set("apiOnly", apiOnly));
    }

    public void reqExecutions(int reqId, ExecutionFilter filter) {
        request(Outgoing.REQ_EXECUTIONS, reqId, m -> {
            boolean history = Util.isValidValue(filter.lastNDays())
                    || filter.specificDates() != null && !filter.specificDates().isEmpty();
            require(history, ServerVersions.EXECUTION_HISTORY_FILTER,
                    "last N days and specific dates parameters");
            m.set("reqId", reqId).set("clientId", filter.clientId()).set("acctCode", filter.acctCode())
                    .set("time", filter.time()).set("symbol", filter.symbol()).set("secType", filter.secType())
                    .set("exchange", filter.exchange()).set("side", filter.side())
                    .set("lastNDays", filter.lastNDays());
            if (filter.specificDates() != null) {
                filter.specificDates().forEach(date -> m.add("specificDates").set("date", date));
            }
        });
    }

    // ---- account

    public void reqManagedAccts() {
        request(Outgoing.REQ_MANAGED_ACCTS);
    }

    public void reqAccountUpdates(boolean subscribe, String acctCode) {
        request(Outgoing.REQ_ACCOUNT_UPDATES, NO_ID, m -> m.set("subscribe", subscribe).set("acctCode", acctCode));
    }

    public void reqAccountSummary(int reqId, String group, String tags) {
        request(Outgoing.REQ_ACCOUNT_SUMMARY, reqId, m -> m.set("reqId", reqId).set("group", group).set("tags", tags));
    }

    public void cancelAccountSummary(int reqId) {
        cancel(Outgoing.CANCEL_ACCOUNT_SUMMARY, reqId);
    }

    public void reqPositions() {
        request(Outgoing.REQ_POSITIONS);
    }

    public void cancelPositions() {
        request(Outgoing.CANCEL_POSITIONS);
    }

    public void reqPositionsMulti(int reqId, String account, String modelCode) {
        request(Outgoing.REQ_POSITIONS_MULTI, reqId, accountAndModel(reqId, account, modelCode));
    }

    public void cancelPositionsMulti(int reqId) {
        cancel(Outgoing.CANCEL_POSITIONS_MULTI, reqId);
    }

    public void reqAccountUpdatesMulti(int reqId, String account, String modelCode, boolean ledgerAndNLV) {
        request(Outgoing.REQ_ACCOUNT_UPDATES_MULTI, reqId, accountAndModel(reqId, account, modelCode)
                .andThen(m -> m.set("ledgerAndNLV", ledgerAndNLV)));
    }

    public void cancelAccountUpdatesMulti(int reqId) {
        cancel(Outgoing.CANCEL_ACCOUNT_UPDATES_MULTI, reqId);
    }

    public void reqPnL(int reqId, String account, String modelCode) {
        request(Outgoing.REQ_PNL, reqId, accountAndModel(reqId, account, modelCode));
    }

    public void cancelPnL(int reqId) {
        cancel(Outgoing.CANCEL_PNL, reqId);
    }

    public void reqPnLSingle(int reqId, String account, String modelCode, int conId) {
        request(Outgoing.REQ_PNL_SINGLE, reqId,
                accountAndModel(reqId, account, modelCode).andThen(m -> m.set("conId", conId)));
    }

    public void cancelPnLSingle(int reqId) {
        cancel(Outgoing.CANCEL_PNL_SINGLE, reqId);
    }

    // ---- session

    public void reqCurrentTime() {
        request(Outgoing.REQ_CURRENT_TIME);
    }

    public void reqCurrentTimeInMillis() {
        request(Outgoing.REQ_CURRENT_TIME_IN_MILLIS, NO_ID,
                m -> require(true, ServerVersions.CURRENT_TIME_IN_MILLIS, "current time in millis requests."));
    }

    public void reqNewsBulletins(boolean allMsgs) {
        request(Outgoing.REQ_NEWS_BULLETINS, NO_ID, m -> m.set("allMsgs", allMsgs));
    }

    public void cancelNewsBulletins() {
        request(Outgoing.CANCEL_NEWS_BULLETINS);
    }

    public void setServerLogLevel(int logLevel) {
        request(Outgoing.SET_SERVER_LOG_LEVEL, NO_ID, m -> m.set("level", logLevel));
    }

    public void reqUserInfo(int reqId) {
        cancel(Outgoing.REQ_USER_INFO, reqId);
    }

    private void request(Outgoing kind) {
        request(kind, NO_ID, m -> {});
    }

    /** A request that carries nothing but its id. */
    private void cancel(Outgoing kind, int reqId) {
        request(kind, reqId, m -> m.set("reqId", reqId));
    }

    private static Consumer<WireMessage> accountAndModel(int reqId, String account, String modelCode) {
        return m -> m.set("reqId", reqId).set("account", account).set("modelCode", modelCode);
    }

    private static void cancelTags(WireMessage m, OrderCancel orderCancel) {
        m.set("extOperator", orderCancel.extOperator()).set("manualOrderIndicator", orderCancel.manualOrderIndicator());
    }
}
