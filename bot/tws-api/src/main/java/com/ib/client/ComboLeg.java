package com.ib.client;

/** One leg of a combination. */
public class ComboLeg {

    /** Whether a leg opens or closes a position; the order of the constants is the number on the wire. */
    public enum OpenClose {
        Same, Open, Close, Unknown
    }

    private int openClose;
    private int conid, ratio;
    private String action, exchange;
    private int shortSaleSlot;
    private String designatedLocation;
    private int exemptCode = -1;

    public ComboLeg() {}

    public ComboLeg(int conid, int ratio, String action, String exchange, int openClose) {
        this(conid, ratio, action, exchange, openClose, 0, null);
    }

    public ComboLeg(int conid, int ratio, String action, String exchange, int openClose, int shortSaleSlot,
            String designatedLocation) {
        this(conid, ratio, action, exchange, openClose, shortSaleSlot, designatedLocation, -1);
    }

    public ComboLeg(int conid, int ratio, String action, String exchange, int openClose, int shortSaleSlot,
            String designatedLocation, int exemptCode) {
        this.conid = conid;
        this.ratio = ratio;
        this.action = action;
        this.exchange = exchange;
        this.openClose = openClose;
        this.shortSaleSlot = shortSaleSlot;
        this.designatedLocation = designatedLocation;
        this.exemptCode = exemptCode;
    }

    public int conid() {
        return conid;
    }
    public void conid(int value) {
        conid = value;
    }
    public int ratio() {
        return ratio;
    }
    public void ratio(int value) {
        ratio = value;
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
    public String exchange() {
        return exchange;
    }
    public void exchange(String value) {
        exchange = value;
    }
    public int shortSaleSlot() {
        return shortSaleSlot;
    }
    public void shortSaleSlot(int value) {
        shortSaleSlot = value;
    }
    public String designatedLocation() {
        return designatedLocation;
    }
    public void designatedLocation(String value) {
        designatedLocation = value;
    }
    public int exemptCode() {
        return exemptCode;
    }
    public void exemptCode(int value) {
        exemptCode = value;
    }
    public OpenClose openClose() {
        OpenClose[] known = OpenClose.values();
        return openClose >= 0 && openClose < known.length ? known[openClose] : OpenClose.Unknown;
    }

    public int getOpenClose() { return openClose; }
    public void openClose(int value) {
        openClose = value;
    }
    public void openClose(OpenClose value) {
        openClose = value.ordinal();
    }
}
