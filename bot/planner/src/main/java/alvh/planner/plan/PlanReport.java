package alvh.planner.plan;

import java.util.List;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.Regime;
import alvh.planner.signal.Signal;

/**
 * Everything a plan, also an empty one, was decided by: what the screens, the JSON and the journal show.
 *
 * @param levelsNow the fold with today's live value, to be stored at the close
 * @param lots what was decided for each held lot: hold, roll due, harvest, release, with its reason
 * @param rejected lines and steps not taken, each with its reason
 * @param shadowPrice dollars of CVaR saved by one more dollar of budget; NaN when nothing could be sized
 * @param details surfaces, names, what-ifs, break-evens, conduct, the week's entry and the explanation
 * @param notes sentences for people: the hedgeable share, model fallbacks, defaults used
 */
public record PlanReport(List<BookLine> book, double bookBetaFast, double bookBetaSlow, double hedgeableShare,
        BudgetState budget, List<Signal> signals, double votes, Regime regime, List<LayerDecision> layers,
        LayerLevels levelsNow, List<LotLine> lots, List<Certificate> certificates, LossTable losses,
        List<Refusal> rejected, double shadowPrice, List<String> notes, PlanDetails details) {

    public PlanReport with(PlanDetails all) {
        return new PlanReport(book, bookBetaFast, bookBetaSlow, hedgeableShare, budget, signals, votes, regime, layers,
                levelsNow, lots, certificates, losses, rejected, shadowPrice, notes, all);
    }

    /** One held hedge lot: {@code mark} dollars for the open packages, NaN when unknown. */
    public record LotLine(String lotId, String words, long openQuantity, double mark, String decision,
            String because) {}
}
