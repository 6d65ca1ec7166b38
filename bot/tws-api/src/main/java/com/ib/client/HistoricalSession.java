package com.ib.client;

/** One trading session. */
public class HistoricalSession {

    private final String startDateTime;
    private final String endDateTime;
    private final String refDate;

    public HistoricalSession(String startDateTime, String endDateTime, String refDate) {
        this.startDateTime = startDateTime;
        this.endDateTime = endDateTime;
        this.refDate = refDate;
    }

    public String startDateTime() {
        return startDateTime;
    }
    public String endDateTime() {
        return endDateTime;
    }
    public String refDate() {
        return refDate;
    }
}
