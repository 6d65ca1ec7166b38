package alvh.planner.line;

import java.util.List;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.money.Usd;
import alvh.planner.plan.PriceLadder;
import alvh.planner.sizing.CandidateLine;

/**
 * A line that could be bought or rolled, with all that an order of it needs.
 *
 * @param line what the sizing program sees
 * @param effect OPEN, or ROLL for one order that sells and buys
 * @param ladder limits of the package; for a roll in two orders of the part that buys
 * @param saleLadder second order of a roll in two orders, else null
 * @param fees reserved fees of a one-unit order
 * @param proceeds what the sold unit brings at the bid, zero for a plain buy
 * @param rolled the held contract whose units it sells, null for a plain buy
 * @param fund the harvested gains that pay for it, null for what the budget pays
 * @param screen change in dollars by column of the loss table, less its expected cost
 * @param words what it is without quantity: "VIX 15 Apr 26 call (36 DTE, delta .31)"
 */
public record Candidate(CandidateLine line, Effect effect, List<LotLeg> buys, List<LotLeg> sells, PriceLadder ladder,
        PriceLadder saleLadder, PackageQuote quote, PackageQuote saleQuote, Usd fees, Usd proceeds, HeldPool rolled,
        GainFund fund, double[] screen, String words) {

    public LayerId layer() {
        return line.layer();
    }

    public String id() {
        return line.id();
    }

    /** The same line, paid by harvested gains; no more units than control C3 leaves of the fund. */
    public Candidate paidBy(GainFund gains) {
        long most = Math.max(1, gains.mostInOneOrder().e4() / Math.max(1, line.worstCase().e4()));
        var funded = new CandidateLine("extension " + line.id(), line.layer(), line.legs(), line.expectedFill(),
                line.worstCase(), line.valueByScenario(), line.calmValue(), (int) Math.min(most, line.upper()),
                line.rollsLots(), line.greeks(), line.dte());
        return new Candidate(funded, effect, buys, sells, ladder, saleLadder, quote, saleQuote, fees, proceeds, rolled,
                gains, screen, words);
    }

    /** The same line with a lower bound on its units. */
    public Candidate atMost(int units) {
        var bounded = new CandidateLine(line.id(), line.layer(), line.legs(), line.expectedFill(), line.worstCase(),
                line.valueByScenario(), line.calmValue(), units, line.rollsLots(), line.greeks(), line.dte());
        return new Candidate(bounded, effect, buys, sells, ladder, saleLadder, quote, saleQuote, fees, proceeds, rolled,
                fund, screen, words);
    }

    public boolean isRoll() { return rolled != null; }

    /** Sold and bought as two orders, because they have four legs together. */
    public boolean inTwoOrders() {
        return saleLadder != null;
    }
}
