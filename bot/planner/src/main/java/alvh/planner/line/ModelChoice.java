package alvh.planner.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.Past;
import alvh.planner.plan.Refusal;

/**
 * Which model a plan is sized by: the whole one where VIX, its curve, VVIX and SPX are known, else the last surfaces (4.5).
 * Without VIX itself the layers are frozen (S06).
 *
 * @param refusals why nothing can be bought at all; empty when it can
 * @param note what people are told when the whole model is missing, "" otherwise
 */
public record ModelChoice(LineModel model, List<Refusal> refusals, String note) {

    public static ModelChoice of(Picture picture, Past past) {
        if (picture.vixKnown() && picture.state().spx() > 0) {
            return new ModelChoice(new WholeModel(picture), List.of(), "");
        }
        boolean frozen = !(picture.state().vix() > 0);
        LastSurfaces surfaces = LastSurfaces.of(picture, past);
        Optional<Refusal> none = dollarsAreItsOwn(picture.settings().preset())
                ? Optional.of(new Refusal(Refusal.Code.DATA_MISSING, "VIX",
                        "dollars 40/40/20, the way to size without a "
                                + "model, are not this preset's: nothing is bought"))
                : surfaces.refusal();
        if (!frozen && none.isEmpty()) {
            return new ModelChoice(surfaces, List.of(), "no model today (missing: " + missing(picture)
                    + "): sized by dollars 40/40/20 of the budget and a surface younger than a session, without scenarios, rolls "
                    + "and limits on greeks");
        }
        String why = frozen ? "without VIX nothing is bought" : none.orElseThrow().because();
        Refusal.Code code = frozen ? Refusal.Code.DATA_MISSING : none.orElseThrow().code();
        return new ModelChoice(new WholeModel(picture), refusals(picture, code, why), "");
    }

    private static boolean dollarsAreItsOwn(HedgeSettings.Preset preset) {
        return switch (preset) {
            case DEFAULT, OFF -> false;
            case ALVH442, VXTH -> true;
        };
    }

    private static List<Refusal> refusals(Picture picture, Refusal.Code code, String why) {
        var refusals = new ArrayList<Refusal>();
        if (!picture.vixKnown()) {
            refusals.add(new Refusal(code, "VIX", "missing: " + missing(picture) + "; " + why));
        }
        if (!(picture.state().spx() > 0)) {
            refusals.add(
                    new Refusal(Refusal.Code.Q_SPOT, "SPX", "the SPX level is missing: the book cannot be shocked; "
                            + why));
        }
        return refusals;
    }

    private static String missing(Picture picture) {
        var missing = new ArrayList<String>();
        if (!(picture.state().vix() > 0)) {
            missing.add("VIX");
        } else if (picture.state().vixCurve() == null) {
            missing.add("the VIX curve");
        }
        if (!(picture.state().vvix() > 0)) {
            missing.add("VVIX");
        }
        if (!(picture.state().spx() > 0)) {
            missing.add("SPX");
        }
        return String.join(", ", missing);
    }
}
