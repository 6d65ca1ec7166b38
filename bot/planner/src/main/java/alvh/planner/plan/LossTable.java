package alvh.planner.plan;

import java.util.List;

/**
 * What the plan buys: book and hedge in the crash scenarios, dollars after five days.
 *
 * @param columns SPX -3, -6, -10, -20, -30 % and unchanged
 */
public record LossTable(List<Column> columns) {

    /**
     * @param name "-10 %" or "unchanged"
     * @param vixAfter spot VIX in points that the column assumes (methodology 5.6, at most 85); NaN when VIX is unknown
     * @param bookAlone change in value of the income book
     * @param heldHedge change in value of hedge lots already held
     * @param plannedHedge change in value of what the plan buys, less its expected cost, and less what its sales give
     *        up
     */
    public record Column(String name, double spxReturn, double vixAfter, double bookAlone, double heldHedge,
            double plannedHedge) {

        public double withPlan() {
            return bookAlone + heldHedge + plannedHedge;
        }

        /** Share of the book's loss that the hedge absorbs, NaN where the book does not lose. */
        public double absorbed() {
            return bookAlone < 0 ? (heldHedge + plannedHedge) / -bookAlone : Double.NaN;
        }
    }
}
