package alvh.planner.signal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import alvh.planner.market.InstrumentKey;

/**
 * V2 (methodology F8): the advance/decline line rolls over while SPX is still near its high, or breadth is plainly
 * negative. Read from recorded AD-NYSE days, else from RSP/SPY as a proxy with half a vote.
 */
final class Breadth {

    private static final double LEAST_SHARE = 0.9;
    private static final String RECORDED = AdvanceDecline.SYMBOL;

    /** A line up to the moment: its last day is that of the close. */
    private record Cut(BreadthLine line, int days) {

        int last() {
            return days - 1;
        }
    }

    private Breadth() {}

    static Signal of(History history) {
        Cut cut = cut(history);
        if (cut == null) {
            return Signal.missing(SignalId.BREADTH, why(history));
        }
        BreadthLine line = cut.line();
        double level = line.line()[cut.last()];
        double fast = line.fast()[cut.last()];
        double slow = line.slow()[cut.last()];
        boolean on = line.on()[cut.last()];
        return new Signal(SignalId.BREADTH, level - slow, on ? line.weight() : 0,
                reading(line, level, fast, slow, on), history.ageOfClose(),
                List.of(new Signal.Input(line.name(), level, "line"), new Signal.Input("EMA10", fast, "line"),
                        new Signal.Input("EMA21", slow, "line")),
                null);
    }

    private static String why(History history) {
        String own = history.closes(RECORDED).shortOf(BreadthLine.WARM_UP);
        String unread = history.market().missing().get(InstrumentKey.of(RECORDED));
        if (own != null && unread != null) {
            own += " (" + unread + ")";
        }
        Series proxy = history.closes("RSP");
        return "AD-NYSE: " + (own == null
                ? "its bars are not recorded advances and declines, or more than a tenth of its last days is missing"
                : own) + "; proxy: "
                + (proxy.shortOf(BreadthLine.WARM_UP) != null ? proxy : history.closes("SPY"))
                        .shortOf(BreadthLine.WARM_UP);
    }

    private static String reading(BreadthLine line, double level, double fast, double slow, boolean on) {
        return (line.weight() < 1 ? "AD-NYSE not available; " : "") + line.name() + " "
                + (level < slow ? "below" : "above") + " EMA21, EMA10 "
                + (fast < slow ? "below EMA21" : "above EMA21") + (on ? ": rolled over" : "");
    }

    /** Rolled over while SPX is near its high, or SPX above its EMA50 with the line below its own (for F17). */
    static boolean diverging(History history) {
        Cut cut = cut(history);
        if (cut == null || cut.days() < 50) {
            return false;
        }
        return cut.line().belowWhileSpxIsAbove(cut.days())
                || cut.line().on()[cut.last()] && cut.line().nearHigh(cut.last());
    }

    static boolean known(History history) {
        return cut(history) != null;
    }

    private static Cut cut(History history) {
        if (history.closes("SPX").missing() != null) {
            return null;
        }
        boolean recorded = history.closes(RECORDED).shortOf(BreadthLine.WARM_UP) == null;
        Cut own = recorded ? cut(history.studies().recordedBreadth(), history) : null;
        boolean proxied = history.closes("RSP").missing() == null && history.closes("SPY").missing() == null;
        return own != null || !proxied ? own : cut(history.studies().proxyBreadth(), history);
    }

    /** More than a tenth of the sessions of its last 42 days are not there (methodology F1). */
    private static boolean gappy(BreadthLine line, int days, History history) {
        LocalDate first = line.dates().get(days - BreadthLine.WARM_UP);
        int sessions = history.studies().upTo("SPX", history.close()) - history.studies().upTo("SPX", first) + 1;
        return BreadthLine.WARM_UP < LEAST_SHARE * sessions;
    }

    /** Null when a day before the close is not sane, too many are missing, or there are too few. */
    private static Cut cut(BreadthLine line, History history) {
        int at = Collections.binarySearch(line.dates(), history.close());
        int days = at + 1;
        boolean usable = at >= 0 && days <= line.good() && days >= BreadthLine.WARM_UP && !gappy(line, days, history);
        return usable ? new Cut(line, days) : null;
    }
}
