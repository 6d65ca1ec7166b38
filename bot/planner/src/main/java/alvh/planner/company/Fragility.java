package alvh.planner.company;

import java.util.ArrayList;
import java.util.List;

/**
 * How much worse than the model's a name's own fall may be (methodology F10): 1 plus what each input adds, at most 1.5. It
 * multiplies the idiosyncratic stress loss of warnings and of the limit on one name, never the size of a hedge.
 *
 * @param multiplier 1 to 1.5
 * @param items all six inputs, in order
 */
public record Fragility(double multiplier, List<Item> items) {

    private static final double CAP = 1.5;

    /** What an input says. */
    public enum Answer {
        YES, NO, UNKNOWN
    }

    /**
     * One input.
     *
     * @param adds to the multiplier when the answer is YES
     * @param because the figure, or why it is unknown
     */
    public record Item(String name, double adds, Answer answer, String because) {}

    public Fragility {
        items = List.copyOf(items);
    }

    /** A yes-or-no from dates. */
    public record Dates(Answer answer, String because) {}

    /**
     * @param earnings whether earnings come before the last expiry of the name's structures
     * @param window whether the name, or one of its sector, stands in an IPO or lock-up window
     */
    public static Fragility of(Figure quick, Figure cashFlow, Figure capitalCostChange, Figure dividends,
            Dates earnings, Dates window) {
        List<Item> items = List.of(item(quick, 0.15), item(cashFlow, 0.10), item(capitalCostChange, 0.10),
                item(dividends, 0.10), new Item("earnings before expiry", 0.10, earnings.answer(), earnings.because()),
                new Item("IPO or lock-up in sector", 0.10, window.answer(), window.because()));
        double sum = 1;
        for (Item item : items) {
            sum += item.answer() == Answer.YES ? item.adds() : 0;
        }
        // Sums of hundredths: without rounding 1.15 + 0.10 would not be 1.25.
        return new Fragility(Math.min(CAP, Math.rint(sum * 100) / 100), items);
    }

    private static Item item(Figure figure, double adds) {
        Answer answer = !figure.known() ? Answer.UNKNOWN : figure.flag() ? Answer.YES : Answer.NO;
        String because = figure.known()
                ? Double.isNaN(figure.value())
                        ? "not positive"
                        : String.format(java.util.Locale.ROOT, "%.2f %s", figure.value(), figure.unit()).strip()
                : figure.missing();
        return new Item(figure.name(), adds, answer, because);
    }

    /** What is not known, with the reason where it is not just a gap of the fundamentals file. */
    public List<String> unknownWords() {
        return items.stream().filter(i -> i.answer() == Answer.UNKNOWN)
                .map(i -> i.because().isEmpty() || i.because().endsWith("in the fundamentals file")
                        ? i.name()
                        : i.name() + " (" + i.because() + ")")
                .toList();
    }

    /** Names of the inputs that are not known: each adds nothing. */
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        items.stream().filter(i -> i.answer() == Answer.UNKNOWN).forEach(i -> unknown.add(i.name()));
        return List.copyOf(unknown);
    }
}
