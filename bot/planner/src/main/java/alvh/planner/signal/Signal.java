package alvh.planner.signal;

import java.time.Duration;
import java.util.List;

/**
 * One signal of one moment: a value with its inputs and age, or why it is missing. Missing is not zero: a missing vote
 * abstains and is listed.
 *
 * @param value the number compared with the threshold, in the unit that {@code reading} states; NaN when missing
 * @param vote 0, 0.5 or 1; 0 when missing or when the signal has no vote
 * @param reading one line for people: value, threshold, what happened
 * @param missing why there is no value, or null
 */
public record Signal(SignalId id, double value, double vote, String reading, Duration age, List<Input> inputs,
        String missing) {

    /** What the value was computed from. */
    public record Input(String name, double value, String unit) {}

    public Signal {
        inputs = List.copyOf(inputs);
    }

    public static Signal missing(SignalId id, String why) {
        return new Signal(id, Double.NaN, 0, why, Duration.ZERO, List.of(), why);
    }

    public boolean known() {
        return missing == null;
    }
}
