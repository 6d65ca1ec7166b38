package alvh.planner.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import alvh.planner.plan.Explanation;
import alvh.planner.signal.Signal;

/** Each signal as a sentence: what it says or why it is missing, its vote, its age, and what it can change. */
final class SignalLines {
    private SignalLines() {}

    static List<Explanation.Line> of(List<Signal> signals) {
        return signals.stream().map(signal -> Explanation.Line.of(sentence(signal))).toList();
    }

    private static String sentence(Signal signal) {
        boolean votes = !signal.id().vote().equals("-");
        String name = signal.id().words() + (votes ? " (" + signal.id().vote() + ")" : "");
        if (!signal.known()) {
            return name + ": missing, " + signal.missing().replaceFirst("\\.$", "") + ". It could change: "
                    + signal.id().changes();
        }
        String vote = votes
                ? "; vote " + BigDecimal.valueOf(signal.vote()).stripTrailingZeros().toPlainString()
                : "";
        return name + ": " + signal.reading() + vote + ", " + age(signal.age()) + ". It can change: "
                + signal.id().changes();
    }

    private static String age(Duration age) {
        if (age.toMinutes() < 1) {
            return "as of now";
        }
        return age.toHours() < 1
                ? age.toMinutes() + " min old"
                : age.toHours() + " h old";
    }
}
