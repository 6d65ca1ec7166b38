package alvh.planner.line;

import java.util.List;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.Refusal;
import alvh.planner.scenario.Surface;

/** The model as methodology 4 wants it: today's levels, curve and smiles, and every scenario. */
record WholeModel(Picture picture) implements LineModel {

    @Override
    public Surface surface(InstrumentKey option) {
        boolean vix = option.underlying().equals("VIX");
        return vix && !picture.vixKnown() ? null : picture.state().surface(option);
    }

    @Override
    public Refusal missing(InstrumentKey option, String subject) {
        return new Refusal(Refusal.Code.DATA_MISSING, subject, option.underlying().equals("VIX")
                ? "no VIX forward for " + option.settlementDate() + ": VIX, VVIX or the futures are missing"
                : "no forward or no volatility of " + option.settlementDate());
    }

    @Override
    public Valued valued(List<LotLeg> legs) {
        return Valued.of(legs, picture);
    }

    @Override
    public double level(InstrumentKey option) {
        return picture.state().spot(option.underlying());
    }

    @Override
    public double vvix() {
        return picture.state().vvix();
    }

    @Override
    public boolean scenarios() {
        return true;
    }
}
