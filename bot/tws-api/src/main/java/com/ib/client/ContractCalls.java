package com.ib.client;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import alvh.wire.Fields;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Callbacks about contracts. */
final class ContractCalls {

    private static final Pattern DASH = Pattern.compile("-");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private ContractCalls() {}

    static void call(WireMessage m, EWrapper w) {
        switch ((Incoming) m.kind()) {
            case CONTRACT_DETAILS -> w.contractDetails(m.intValue("reqId"), details(m));
            case BOND_CONTRACT_DETAILS -> w.bondContractDetails(m.intValue("reqId"), bond(m));
            case CONTRACT_DETAILS_END -> w.contractDetailsEnd(m.intValue("reqId"));
            case SECURITY_DEFINITION_OPTIONAL_PARAMETER -> optionParameters(m, w);
            case SECURITY_DEFINITION_OPTIONAL_PARAMETER_END ->
                w.securityDefinitionOptionalParameterEnd(m.intValue("reqId"));
            case SYMBOL_SAMPLES -> w.symbolSamples(m.intValue("reqId"), Answers
                    .list(m, "contractDescriptions", ContractCalls::description).toArray(new ContractDescription[0]));
            case MARKET_RULE -> w.marketRule(m.intValue("marketRuleId"), Answers.list(m, "priceIncrements",
                    step -> new PriceIncrement(step.doubleValue("lowEdge"), step.doubleValue("increment")))
                    .toArray(new PriceIncrement[0]));
            default -> throw new IllegalStateException("not about contracts: " + m.kind());
        }
    }

    private static void optionParameters(WireMessage m, EWrapper w) {
        Set<String> expirations = new LinkedHashSet<>();
        m.list("expirations").forEach(element -> expirations.add(element.text("expiration")));
        Set<Double> strikes = new LinkedHashSet<>();
        m.list("strikes").forEach(element -> strikes.add(element.doubleValue("strike")));
        w.securityDefinitionOptionalParameter(m.intValue("reqId"), Answers.text(m, "exchange"),
                m.intValue("underlyingConId"), Answers.text(m, "tradingClass"), Answers.text(m, "multiplier"),
                expirations, strikes);
    }

    private static ContractDescription description(Fields<?> m) {
        ContractDescription description = new ContractDescription();
        Contract contract = description.contract();
        contract.conid(m.intValue("conId"));
        contract.symbol(Answers.text(m, "symbol"));
        contract.secType(Answers.text(m, "secType"));
        contract.primaryExch(Answers.text(m, "primaryExch"));
        contract.currency(Answers.text(m, "currency"));
        contract.description(Answers.text(m, "description"));
        contract.issuerId(Answers.text(m, "issuerId"));
        description.derivativeSecTypes(Answers
                .list(m, "derivativeSecTypes", one -> Answers.text(one, "derivativeSecType")).toArray(new String[0]));
        return description;
    }

    private static ContractDetails details(WireMessage m) {
        ContractDetails details = new ContractDetails();
        Contract contract = Answers.contract(m);
        details.contract(contract);
        String[] last = split(m.text("lastTradeDateOrContractMonth"));
        contract.lastTradeDateOrContractMonth(last[0]);
        details.lastTradeTime(last[1]);
        if (m.has("lastTradeDate")) {
            contract.lastTradeDate(Answers.text(m, "lastTradeDate"));
        }
        common(details, m);
        details.priceMagnifier(m.intValue("priceMagnifier"));
        details.underConid(m.intValue("underConId"));
        details.contractMonth(Answers.text(m, "contractMonth"));
        details.industry(Answers.text(m, "industry"));
        details.category(Answers.text(m, "category"));
        details.subcategory(Answers.text(m, "subcategory"));
        details.underSymbol(Answers.text(m, "underSymbol"));
        details.underSecType(Answers.text(m, "underSecType"));
        details.realExpirationDate(Answers.text(m, "realExpirationDate"));
        details.stockType(Answers.text(m, "stockType"));
        fund(details, m);
        if (m.has("ineligibilityReasonList")) {
            details.ineligibilityReasonList(Answers.list(m, "ineligibilityReasonList", ContractCalls::reason));
        }
        return details;
    }

    private static IneligibilityReason reason(Fields<?> m) {
        IneligibilityReason reason = new IneligibilityReason();
        reason.id(Answers.text(m, "id"));
        reason.description(Answers.text(m, "description"));
        return reason;
    }

    /** What contracts and bonds share. */
    private static void common(ContractDetails details, WireMessage m) {
        details.marketName(Answers.text(m, "marketName"));
        details.minTick(m.doubleValue("minTick"));
        details.orderTypes(Answers.text(m, "orderTypes"));
        details.validExchanges(Answers.text(m, "validExchanges"));
        details.longName(Answers.text(m, "longName"));
        if (m.has("timeZoneId")) {
            details.timeZoneId(Answers.text(m, "timeZoneId"));
            details.tradingHours(Answers.text(m, "tradingHours"));
            details.liquidHours(Answers.text(m, "liquidHours"));
        }
        details.evRule(Answers.text(m, "evRule"));
        details.evMultiplier(m.doubleValue("evMultiplier"));
        if (!m.list("secIdList").isEmpty()) {
            details.secIdList(Answers.list(m, "secIdList", Answers::pair));
        }
        details.aggGroup(m.intValue("aggGroup"));
        details.marketRuleIds(Answers.text(m, "marketRuleIds"));
        details.minSize(Answers.decimal(m, "minSize"));
        details.sizeIncrement(Answers.decimal(m, "sizeIncrement"));
        details.suggestedSizeIncrement(Answers.decimal(m, "suggestedSizeIncrement"));
    }

    private static void fund(ContractDetails details, WireMessage m) {
        if (!m.has("fundName")) {
            return;
        }
        details.fundName(Answers.text(m, "fundName"));
        details.fundFamily(Answers.text(m, "fundFamily"));
        details.fundType(Answers.text(m, "fundType"));
        details.fundFrontLoad(Answers.text(m, "fundFrontLoad"));
        details.fundBackLoad(Answers.text(m, "fundBackLoad"));
        details.fundBackLoadTimeInterval(Answers.text(m, "fundBackLoadTimeInterval"));
        details.fundManagementFee(Answers.text(m, "fundManagementFee"));
        details.fundClosed(m.bool("fundClosed"));
        details.fundClosedForNewInvestors(m.bool("fundClosedForNewInvestors"));
        details.fundClosedForNewMoney(m.bool("fundClosedForNewMoney"));
        details.fundNotifyAmount(Answers.text(m, "fundNotifyAmount"));
        details.fundMinimumInitialPurchase(Answers.text(m, "fundMinimumInitialPurchase"));
        details.fundSubsequentMinimumPurchase(Answers.text(m, "fundSubsequentMinimumPurchase"));
        details.fundBlueSkyStates(Answers.text(m, "fundBlueSkyStates"));
        details.fundBlueSkyTerritories(Answers.text(m, "fundBlueSkyTerritories"));
    }

    private static ContractDetails bond(WireMessage m) {
        ContractDetails details = new ContractDetails();
        Contract contract = details.contract();
        contract.conid(m.intValue("conId"));
        contract.symbol(Answers.text(m, "symbol"));
        contract.secType(Answers.text(m, "secType"));
        contract.exchange(Answers.text(m, "exchange"));
        contract.currency(Answers.text(m, "currency"));
        contract.tradingClass(Answers.text(m, "tradingClass"));
        common(details, m);
        String[] last = split(m.text("maturity"));
        details.maturity(last[0]);
        details.lastTradeTime(last[1]);
        if (last[2] != null && details.timeZoneId() == null) {
            details.timeZoneId(last[2]);
        }
        details.cusip(Answers.text(m, "cusip"));
        details.coupon(m.doubleValue("coupon"));
        details.issueDate(Answers.text(m, "issueDate"));
        details.ratings(Answers.text(m, "ratings"));
        details.bondType(Answers.text(m, "bondType"));
        details.couponType(Answers.text(m, "couponType"));
        details.convertible(m.bool("convertible"));
        details.callable(m.bool("callable"));
        details.putable(m.bool("putable"));
        details.descAppend(Answers.text(m, "descAppend"));
        details.nextOptionDate(Answers.text(m, "nextOptionDate"));
        details.nextOptionType(Answers.text(m, "nextOptionType"));
        details.nextOptionPartial(m.bool("nextOptionPartial"));
        details.notes(Answers.text(m, "notes"));
        return details;
    }

    /** Date, time and zone of a last trade; parts that are not there are null. */
    private static String[] split(String text) {
        String[] parts = text.isEmpty() ? new String[0] : (text.contains("-") ? DASH : BLANKS).split(text);
        String[] three = new String[3];
        System.arraycopy(parts, 0, three, 0, Math.min(parts.length, three.length));
        return three;
    }
}
