package alvh.planner.line;

import java.util.List;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.Refusal;
import alvh.planner.scenario.Surface;

/** Where a line's forward, smile and value come from: the whole model, or without it the last good surface (4.5). */
public interface LineModel {

    /** Forward and smile of an option's expiry, null when unknown. */
    Surface surface(InstrumentKey option);

    /** Why {@link #surface} knows nothing of this option, for a layer or package in words. */
    Refusal missing(InstrumentKey option, String subject);

    /** What a package is worth; without scenarios their columns are zero and mean nothing. */
    Valued valued(List<LotLeg> legs);

    /** Level of an option's underlying in points, NaN when unknown. */
    double level(InstrumentKey option);

    /** VVIX for the gates, NaN when it cannot be told: then nothing is bought. */
    double vvix();

    /** Whether lines can be judged by scenarios at all. */
    boolean scenarios();
}
