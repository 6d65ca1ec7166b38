package alvh.planner.layer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.signal.Signal;
import alvh.planner.signal.SignalId;
import alvh.planner.signal.Signals;

/** Signals of one close, written down. */
record Votes(LocalDate date, SortedMap<SignalId, Double> votes, double vix, double ratio, boolean gap,
        String blackout, double shift) {

    static Votes at(LocalDate date) {
        return new Votes(date, new TreeMap<>(), 17, 0.88, false, null, 0);
    }

    Votes vote(SignalId id, double vote) {
        var more = new TreeMap<>(votes);
        more.put(id, vote);
        return new Votes(date, more, vix, ratio, gap, blackout, shift);
    }

    Votes market(double newVix, double newRatio) {
        return new Votes(date, votes, newVix, newRatio, gap, blackout, shift);
    }

    Votes withGap() {
        return new Votes(date, votes, vix, ratio, true, blackout, shift);
    }

    Votes withBlackout(String why) {
        return new Votes(date, votes, vix, ratio, gap, why, shift);
    }

    Votes shifted(double by) {
        return new Votes(date, votes, vix, ratio, gap, blackout, by);
    }

    Signals signals() {
        SortedMap<SignalId, Signal> all = new TreeMap<>();
        for (SignalId id : SignalId.values()) {
            Double vote = votes.get(id);
            all.put(id, vote == null
                    ? Signal.missing(id, "not in this test")
                    : new Signal(id, vote, vote, "vote " + vote, Duration.ZERO, List.of(), null));
        }
        return new Signals(date, all, vix, ratio, gap, blackout, shift);
    }
}
