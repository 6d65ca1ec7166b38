package com.ib.client;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Defaults, enumerations and arithmetic of the data classes, as the protocol page gives them. */
class DataClassTest {

    private static final Set<String> ZERO_INTS = Set.of("clientId", "orderId", "parentId", "displaySize", "origin",
            "shortSaleSlot", "auctionStrategy", "continuousUpdate", "deltaNeutralConId", "deltaNeutralShortSaleSlot",
            "referenceContractId", "adjustableTrailingUnit", "refFuturesConId", "getOcaType", "getTriggerMethod");
    private static final Set<String> ZERO_DOUBLES = Set.of("peggedChangeAmount", "referenceChangeAmount");
    private static final Set<String> NULL_TEXTS = Set.of("account", "settlingFirm", "clearingAccount", "clearingIntent",
            "goodAfterTime", "goodTillDate", "ocaGroup", "orderRef", "faGroup", "faPercentage", "hedgeParam",
            "modelCode", "referenceExchangeId");
    private static final Map<String, String> TEXTS = Map.of("getAction", "BUY", "getOrderType", "LMT", "getTif", "DAY");

    @Test
    void defaultsOfAnOrder() throws Exception {
        Order fresh = new Order();
        Map<String, Object> differing = new TreeMap<>();
        for (Method getter : Order.class.getMethods()) {
            boolean own = getter.getDeclaringClass() != Object.class && !getter.getName().equals("hashCode")
                    && getter.getParameterCount() == 0
                    && getter.getReturnType() != void.class && !Modifier.isStatic(getter.getModifiers());
            if (own && !getter.getReturnType().isEnum()) {
                Object value = getter.invoke(fresh);
                Object expected = expected(getter.getName(), getter.getReturnType());
                if (!Printer.value(value).equals(Printer.value(expected))) {
                    differing.put(getter.getName(), value);
                }
            }
        }
        assertThat(differing).isEmpty();
        assertThat(fresh.adjustedOrderType()).isNull();
        assertThat(fresh.isCompeteAgainstBestOffsetUpToMid()).isFalse();
    }

    private static Object expected(String name, Class<?> type) {
        if (type == int.class) {
            return ZERO_INTS.contains(name) ? 0 : name.equals("exemptCode") ? -1 : Integer.MAX_VALUE;
        }
        if (type == double.class) {
            return ZERO_DOUBLES.contains(name) ? 0.0 : Double.MAX_VALUE;
        }
        if (type == boolean.class) {
            return name.equals("transmit");
        }
        if (type == String.class) {
            return NULL_TEXTS.contains(name) ? null : TEXTS.getOrDefault(name, "");
        }
        if (type == List.class) {
            return name.equals("orderMiscOptions") ? null : List.of();
        }
        if (type == SoftDollarTier.class) {
            return new SoftDollarTier("", "", "");
        }
        return type == long.class ? (Object) 0L : type == Decimal.class ? Decimal.INVALID : null;
    }

    /** The page's defaults; a property that is not named here has none there. */
    @ParameterizedTest
    @ValueSource(strings = {
            "Contract conid=0 symbol=null getSecType=null secType=None lastTradeDateOrContractMonth=null"
                    + " lastTradeDate=null strike=1.7976931348623157E308 getRight=null right=None multiplier=null"
                    + " exchange=null localSymbol=null tradingClass=null includeExpired=false"
                    + " deltaNeutralContract=null comboLegs=[]",
            "ComboLeg conid=0 ratio=0 getAction=null action=null exchange=null getOpenClose=0 openClose=Same"
                    + " shortSaleSlot=0 designatedLocation=null exemptCode=-1",
            "OrderComboLeg price=1.7976931348623157E308",
            "ContractDetails conid=0 secIdList=null minSize=null sizeIncrement=null suggestedSizeIncrement=null"
                    + " ineligibilityReasonList=null",
            "OrderState initMarginBefore= maintMarginBefore= equityWithLoanBefore= initMarginChange="
                    + " maintMarginChange= equityWithLoanChange= initMarginAfter= maintMarginAfter="
                    + " equityWithLoanAfter= commissionAndFees=1.7976931348623157E308"
                    + " minCommissionAndFees=1.7976931348623157E308 maxCommissionAndFees=1.7976931348623157E308"
                    + " commissionAndFeesCurrency= marginCurrency= initMarginBeforeOutsideRTH=1.7976931348623157E308"
                    + " equityWithLoanAfterOutsideRTH=1.7976931348623157E308 suggestedSize= rejectReason= warningText="
                    + " completedTime= completedStatus=",
            "OrderCancel manualOrderCancelTime= extOperator= manualOrderIndicator=2147483647",
            "Execution orderId=0 clientId=0 liquidation=0 shares=0 cumQty=0 price=0.0 avgPrice=0.0 permId=0"
                    + " lastLiquidity=None pendingPriceRevision=false",
            "ExecutionFilter clientId=0 acctCode=null time=null symbol=null secType=null exchange=null side=null"
                    + " lastNDays=2147483647 specificDates=null",
            "TickAttrib canAutoExecute=false pastLimit=false preOpen=false",
            "PriceIncrement lowEdge=0.0 increment=0.0"})
    void defaultsOfTheOthers(String line) throws Exception {
        String[] words = line.split(" ");
        Constructor<?> constructor = Class.forName("com.ib.client." + words[0]).getDeclaredConstructor();
        Object fresh = constructor.newInstance();
        List<String> got = new ArrayList<>();
        for (String word : words) {
            String name = word.replaceAll("=.*", "");
            got.add(word.contains("=") ? name + "=" + fresh.getClass().getMethod(name).invoke(fresh) : name);
        }
        assertThat(String.join(" ", got)).isEqualTo(line);
    }

    @Test
    void newOrdersAreEqualAsTheOfficialOnesAre() {
        Order one = new Order();
        Order other = new Order();
        other.lmtPrice(5);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        other.permId(9);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void contractsAreCopiedWithTheirLegs() {
        Contract spread = RecordedCalls.spread();
        Contract copy = spread.clone();
        copy.comboLegs().clear();
        assertThat(spread.isCombo()).isTrue();
        assertThat(copy.isCombo()).isFalse();
        assertThat(new Contract().strike()).isEqualTo(Double.MAX_VALUE);
        assertThat(RecordedCalls.vixOption().right()).isEqualTo(Types.Right.Call);
        assertThat(RecordedCalls.vixOption().textDescription()).contains("VIX", "20261117", "20.0");
    }

    @Test
    void enumerationsAndTheirTexts() {
        Order order = new Order();
        order.algoStrategy("Adaptive");
        assertThat(order.algoStrategy()).isEqualTo(Types.AlgoStrategy.None);
        assertThat(order.getAlgoStrategy()).isEqualTo("Adaptive");
        order.orderType(OrderType.STP_LMT);
        assertThat(order.getOrderType()).isEqualTo("STP LMT");
        order.tif(Types.TimeInForce.GTC);
        assertThat(order.getTif()).isEqualTo("GTC");
        order.triggerMethod(Types.TriggerMethod.Midpoint);
        assertThat(order.getTriggerMethod()).isEqualTo(8);
        order.ocaType(Types.OcaType.ReduceWithoutBlocking);
        assertThat(order.getOcaType()).isEqualTo(3);
        assertThat(order.volatilityType()).isEqualTo(Types.VolatilityType.None);
        assertThat(Types.Action.get("ACT")).isNull();
        assertThat(Types.SecType.get("?")).isEqualTo(Types.SecType.None);
        assertThat(Types.Right.get("PUT")).isEqualTo(Types.Right.Put);
        assertThat(Types.Right.get("?")).isEqualTo(Types.Right.None);
        assertThat(OrderType.get("LMT + MKT")).isEqualTo(OrderType.LMT_PLUS_MKT);
        assertThat(OrderType.get("PPV")).isEqualTo(OrderType.PEG_PRIM_VOL);
        assertThat(OrderType.get("None")).isEqualTo(OrderType.None);
        assertThatThrownBy(() -> Types.OcaType.get(9)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"submitted,Submitted,true", "PreSubmitted,PreSubmitted,true", "PENDINGSUBMIT,PendingSubmit,true",
            "PendingCancel,PendingCancel,true", "Filled,Filled,false", "Inactive,Inactive,false", "odd,Unknown,false",
            "ApiPending,ApiPending,false"})
    void orderStatus(String text, OrderStatus status, boolean active) {
        assertThat(OrderStatus.get(text)).isEqualTo(status);
        assertThat(status.isActive()).isEqualTo(active);
        assertThat(OrderStatus.get(null)).isEqualTo(OrderStatus.Unknown);
    }

    @ParameterizedTest
    @EnumSource(TickType.class)
    void tickTypesAreFoundByTheirNumber(TickType type) {
        assertThat(TickType.get(type.index())).isEqualTo(type);
        assertThat(TickType.getField(type.index())).isEqualTo(type.field());
        assertThat(TickType.get(-1)).isEqualTo(TickType.UNKNOWN);
        assertThat(TickType.get(105)).isEqualTo(TickType.UNKNOWN);
    }

    @Test
    void decimals() {
        assertThat(Decimal.parse("1,234.50")).hasToString("1234.5");
        assertThat(Decimal.parse("1E+3")).hasToString("1000");
        assertThat(Decimal.parse("x")).isNull();
        assertThat(Decimal.parse("")).isNull();
        assertThat(Decimal.get(1.5)).isEqualTo(Decimal.parse("1.50"));
        assertThat(Decimal.get(3).value()).isEqualTo(new BigDecimal("3.0000000000000000"));
        assertThat(Decimal.INVALID).hasToString("").isNotEqualTo(Decimal.NaN);
        assertThat(Decimal.NaN).hasToString("NaN");
        assertThat(Decimal.INVALID.add(Decimal.ONE)).isEqualTo(Decimal.ONE);
        assertThat(Decimal.ONE.add(Decimal.INVALID)).isEqualTo(Decimal.ONE);
        assertThat(Decimal.ONE.multiply(Decimal.INVALID)).isEqualTo(Decimal.INVALID);
        assertThat(Decimal.ONE.divide(Decimal.get(3))).hasToString("0.3333333333333333");
        assertThat(Decimal.INVALID.longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(Decimal.INVALID).isLessThan(Decimal.get(-5));
        assertThat(Decimal.ONE.negate()).isEqualTo(Decimal.MINUS_ONE);
        assertThat(Decimal.isValidNotZeroValue(Decimal.ZERO)).isFalse();
    }

    @Test
    void unsetValues() {
        assertThat(Util.isValidValue(Double.MAX_VALUE)).isFalse();
        assertThat(Util.isValidValue(Integer.MAX_VALUE)).isFalse();
        assertThat(Util.isValidValue(Long.MAX_VALUE)).isFalse();
        assertThat(Util.isValidValue(Decimal.INVALID)).isFalse();
        assertThat(Util.IntMaxString(Integer.MAX_VALUE)).isEmpty();
        assertThat(Util.DoubleMaxString(0.5)).isEqualTo("0.5");
        assertThat(Util.stringToDecimal("9223372036854775807")).isEqualTo(Decimal.INVALID);
        assertThat(Util.StringCompare(null, "")).isZero();
    }

    @Test
    void aSignalBeforeTheWaitIsNotLost() {
        EJavaSignal signal = new EJavaSignal();
        signal.issueSignal();
        signal.issueSignal();
        signal.waitForSignal();
        Thread.currentThread().interrupt();
        signal.waitForSignal();
        assertThat(Thread.interrupted()).isTrue();
    }
}
