package alvh.planner.signal;

/**
 * The signals of the plan, with the vote they carry and what they can change (methodology 2.2); the screen shows them in
 * this order.
 */
public enum SignalId {
    BETA_EXPANSION("V1", "beta expansion", "at most one vote; a whole one lifts Base to two thirds by itself"), BREADTH(
            "V2", "breadth", "one vote, half from the proxy; with the MACD it opens Acceleration"), MACD("V3",
                    "MACD of SPX", "one vote; with breadth it opens Acceleration"), TERM_STRUCTURE("V4",
                            "term structure",
                            "at most one vote; from 1.05 on Acceleration is not full; it also moves regime, roll dates and the rest after a sale"), VIX_CHANGE(
                                    "V5", "VIX 5-day change", "at most one vote"), VVIX("V6", "VVIX",
                                            "at most one vote while VIX is below 25; from 140 on no layer buys"), EVENT_SURPRISE(
                                                    "V7", "event surprise",
                                                    "one vote on the session of the release and the next"), COMPLACENT_TOP(
                                                            "V8", "complacent top",
                                                            "opens Acceleration by itself, and one vote for it alone"), SLOW_MODIFIERS(
                                                                    "V9", "slow modifiers",
                                                                    "no vote; thresholds half a vote lower"), EVENTS(
                                                                            "-", "events",
                                                                            "no vote; no buys from 60 minutes before to 15 after importance 3"), RSI(
                                                                                    "-", "RSI extremes",
                                                                                    "no vote; warnings and journal lines"), GAP(
                                                                                            "-", "overnight gap",
                                                                                            "no vote; lifts Contingency to full"), FUNDAMENTALS(
                                                                                                    "-", "fundamentals",
                                                                                                    "no vote; warnings, the limit on one name, the credit a name gets"), EDR(
                                                                                                            "-",
                                                                                                            "expected daily range",
                                                                                                            "shown only; half a vote where layers.edr_vote says so");

    private final String vote;
    private final String words;
    private final String changes;

    SignalId(String vote, String words, String changes) {
        this.vote = vote;
        this.words = words;
        this.changes = changes;
    }

    public String vote() {
        return vote;
    }

    public String words() {
        return words;
    }

    /** What this signal can change, in one line. */
    public String changes() {
        return changes;
    }
}
