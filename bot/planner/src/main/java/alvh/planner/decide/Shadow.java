package alvh.planner.decide;

import java.util.Locale;

import alvh.planner.money.Usd;

/**
 * The shadow price of the budget.
 *
 * @param price dollars of CVaR that one more dollar of ceiling saves; NaN when nothing could be sized
 * @param over the raise over which it was measured
 */
public record Shadow(double price, Usd over) {
    static final Shadow NONE = new Shadow(Double.NaN, Usd.ZERO);

    public boolean known() {
        return Double.isFinite(price);
    }

    public String sentence() {
        return price > 0
                ? String.format(Locale.ROOT,
                        "one more dollar of budget saves $%.2f of CVaR, measured over the next "
                                + "%s of ceiling",
                        price, over.text())
                : "one more dollar of budget saves nothing within the next " + over.text()
                        + " of ceiling: other limits bind, see what was not taken";
    }
}
