package com.ib.client;

/** The part of an {@link Order} that every order has: who, what, how much, at which price, until when. */
abstract class OrderTicket {

    private int clientId, orderId;
    private long permId, parentPermId;
    private String action = "BUY";
    private Decimal totalQuantity = Decimal.INVALID, filledQuantity = Decimal.INVALID;
    private String orderType = "LMT";
    private double lmtPrice = Double.MAX_VALUE, auxPrice = Double.MAX_VALUE;
    private String tif = "DAY", account, settlingFirm, clearingAccount, clearingIntent, goodAfterTime, goodTillDate;
    private String ocaGroup, orderRef;
    private int parentId, displaySize, origin, ocaType, triggerMethod;
    private boolean transmit = true, allOrNone, blockOrder, hidden, outsideRth, sweepToFill, notHeld, solicited;
    private boolean whatIf, overridePercentageConstraints;
    private String rule80A = "";

    public int clientId() {
        return clientId;
    }
    public void clientId(int value) {
        clientId = value;
    }
    public int orderId() {
        return orderId;
    }
    public void orderId(int value) {
        orderId = value;
    }
    public long permId() {
        return permId;
    }
    public void permId(long value) {
        permId = value;
    }
    public long parentPermId() {
        return parentPermId;
    }
    public void parentPermId(long value) {
        parentPermId = value;
    }
    public Types.Action action() {
        return Types.Action.get(action);
    }
    public String getAction() { return action; }
    public void action(String value) {
        action = value;
    }
    public void action(Types.Action value) {
        action = value == null ? null : value.getApiString();
    }
    public Decimal totalQuantity() {
        return totalQuantity;
    }
    public void totalQuantity(Decimal value) {
        totalQuantity = value;
    }
    public Decimal filledQuantity() {
        return filledQuantity;
    }
    public void filledQuantity(Decimal value) {
        filledQuantity = value;
    }
    public OrderType orderType() {
        return OrderType.get(orderType);
    }
    public String getOrderType() { return orderType; }
    public void orderType(String value) {
        orderType = value;
    }
    public void orderType(OrderType value) {
        orderType = value == null ? null : value.toString();
    }
    public double lmtPrice() {
        return lmtPrice;
    }
    public void lmtPrice(double value) {
        lmtPrice = value;
    }
    public double auxPrice() {
        return auxPrice;
    }
    public void auxPrice(double value) {
        auxPrice = value;
    }
    public Types.TimeInForce tif() {
        return Types.TimeInForce.get(tif);
    }
    public String getTif() { return tif; }
    public void tif(String value) {
        tif = value;
    }
    public void tif(Types.TimeInForce value) {
        tif = value == null ? null : value.getApiString();
    }
    public String account() {
        return account;
    }
    public void account(String value) {
        account = value;
    }
    public String settlingFirm() {
        return settlingFirm;
    }
    public void settlingFirm(String value) {
        settlingFirm = value;
    }
    public String clearingAccount() {
        return clearingAccount;
    }
    public void clearingAccount(String value) {
        clearingAccount = value;
    }
    public String clearingIntent() {
        return clearingIntent;
    }
    public void clearingIntent(String value) {
        clearingIntent = value;
    }
    public String goodAfterTime() {
        return goodAfterTime;
    }
    public void goodAfterTime(String value) {
        goodAfterTime = value;
    }
    public String goodTillDate() {
        return goodTillDate;
    }
    public void goodTillDate(String value) {
        goodTillDate = value;
    }
    public String ocaGroup() {
        return ocaGroup;
    }
    public void ocaGroup(String value) {
        ocaGroup = value;
    }
    public String orderRef() {
        return orderRef;
    }
    public void orderRef(String value) {
        orderRef = value;
    }
    public int parentId() {
        return parentId;
    }
    public void parentId(int value) {
        parentId = value;
    }
    public int displaySize() {
        return displaySize;
    }
    public void displaySize(int value) {
        displaySize = value;
    }
    public int origin() {
        return origin;
    }
    public void origin(int value) {
        origin = value;
    }
    public Types.OcaType ocaType() {
        return Types.OcaType.get(ocaType);
    }
    public int getOcaType() { return ocaType; }
    public void ocaType(int value) {
        ocaType = value;
    }
    public void ocaType(Types.OcaType value) {
        ocaType = value.ordinal();
    }
    public Types.TriggerMethod triggerMethod() {
        return Types.TriggerMethod.get(triggerMethod);
    }
    public int getTriggerMethod() { return triggerMethod; }
    public void triggerMethod(int value) {
        triggerMethod = value;
    }
    public void triggerMethod(Types.TriggerMethod value) {
        triggerMethod = value.val();
    }
    public boolean transmit() {
        return transmit;
    }
    public void transmit(boolean value) {
        transmit = value;
    }
    public boolean allOrNone() {
        return allOrNone;
    }
    public void allOrNone(boolean value) {
        allOrNone = value;
    }
    public boolean blockOrder() {
        return blockOrder;
    }
    public void blockOrder(boolean value) {
        blockOrder = value;
    }
    public boolean hidden() {
        return hidden;
    }
    public void hidden(boolean value) {
        hidden = value;
    }
    public boolean outsideRth() {
        return outsideRth;
    }
    public void outsideRth(boolean value) {
        outsideRth = value;
    }
    public boolean sweepToFill() {
        return sweepToFill;
    }
    public void sweepToFill(boolean value) {
        sweepToFill = value;
    }
    public boolean notHeld() {
        return notHeld;
    }
    public void notHeld(boolean value) {
        notHeld = value;
    }
    public boolean solicited() {
        return solicited;
    }
    public void solicited(boolean value) {
        solicited = value;
    }
    public boolean whatIf() {
        return whatIf;
    }
    public void whatIf(boolean value) {
        whatIf = value;
    }
    public boolean overridePercentageConstraints() {
        return overridePercentageConstraints;
    }
    public void overridePercentageConstraints(boolean value) {
        overridePercentageConstraints = value;
    }
    public Types.Rule80A rule80A() {
        return Types.Rule80A.get(rule80A);
    }
    public String getRule80A() { return rule80A; }
    public void rule80A(String value) {
        rule80A = value;
    }
    public void rule80A(Types.Rule80A value) {
        rule80A = value == null ? null : value.getApiString();
    }
}
