package alvh.planner.signal;

/** The signals of the plan, with the vote they carry (methodology 2.2); the screen shows them in this order. */
public enum SignalId {
    BETA_EXPANSION("V1", "beta expansion"), BREADTH("V2", "breadth"), MACD("V3", "MACD of SPX"), TERM_STRUCTURE("V4",
            "term structure"), VIX_CHANGE("V5", "VIX 5-day change"), VVIX("V6",
                    "VVIX"), EVENT_SURPRISE("V7", "event surprise"), COMPLACENT_TOP("V8",
                            "complacent top"), SLOW_MODIFIERS("V9", "slow modifiers"), EVENTS("-", "events"), RSI("-",
                                    "RSI extremes"), GAP("-", "overnight gap"), FUNDAMENTALS("-",
                                            "fundamentals"), EDR("-", "expected daily range");

    private final String vote;
    private final String words;

    SignalId(String vote, String words) {
        this.vote = vote;
        this.words = words;
    }

    public String vote() {
        return vote;
    }

    public String words() {
        return words;
    }
}
