package alvh.planner.sizing;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;

/**
 * A candidate with what one unit of it uses of each limit of methodology 4.2. For a plain buy all charges are w_j; for a
 * roll they differ, because the sold unit counts as gone.
 *
 * @param flowCharge row (2), flow test: w_j, or new debit less min(proceeds, cost) of the unit sold
 * @param stockCharge row (2), stock test: w_j, or new debit less the unit's unrecovered cost
 * @param layerCharge row (3), like {@code stockCharge}
 * @param newDebit worst case of what is bought, without the sale; row (4) compares it
 * @param rollGroup the contract whose held units a roll sells, null for a plain buy; units of one group share a capacity
 * @param fund the harvested gains that pay for it (2.6 rule 2): then both budget charges are zero and w_j counts against
 *        this fund alone; null for what the budget pays
 * @param due the roll is due (the first key of the order among plans); false for an early, salvaging roll
 * @param use coefficients of the linear rows (5) and (6), in the problem's order
 */
public record SizingLine(CandidateLine line, Usd flowCharge, Usd stockCharge, Usd layerCharge, Usd newDebit,
        String rollGroup, String fund, boolean due, double[] use) {

    /** A plain buy. */
    public static SizingLine buy(CandidateLine line, double[] use) {
        Usd worst = line.worstCase();
        return new SizingLine(line, worst, worst, worst, worst, null, null, false, use);
    }

    /** A buy that harvested gains pay for. */
    public static SizingLine extension(CandidateLine line, String fund, double[] use) {
        Usd worst = line.worstCase();
        return new SizingLine(line, Usd.ZERO, Usd.ZERO, worst, worst, null, fund, false, use);
    }

    public LayerId layer() {
        return line.layer();
    }

    public boolean isRoll() { return rollGroup != null; }
}
