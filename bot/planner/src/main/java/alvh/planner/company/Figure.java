package alvh.planner.company;

import java.util.List;

/**
 * One figure of a company, what it was computed from, or why there is none.
 *
 * @param name what it is
 * @param value in {@code unit}; NaN when it is missing or has no meaning (a multiple of a negative cash flow)
 * @param flag the methodology's threshold is passed; false when missing
 * @param missing why there is no figure, or null
 */
public record Figure(String name, double value, String unit, boolean flag, List<Input> inputs, String missing) {

    /** What the value was computed from. */
    public record Input(String name, double value, String unit) {}

    public Figure {
        inputs = List.copyOf(inputs);
    }

    static Figure missing(String name, String unit, String why) {
        return new Figure(name, Double.NaN, unit, false, List.of(), why);
    }

    static Figure missing(String name, String unit, List<Input> inputs, String why) {
        return new Figure(name, Double.NaN, unit, false, inputs, why);
    }

    public boolean known() {
        return missing == null;
    }

    /** The input of that name, NaN when there is none. */
    public double input(String wanted) {
        return inputs.stream().filter(i -> i.name().equals(wanted)).mapToDouble(Input::value).findFirst()
                .orElse(Double.NaN);
    }
}
