package alvh.planner.plan;

import java.util.List;

/**
 * Greeks of positions in terms of SPX and VIX (methodology F4, 4.6), in dollars, so that stocks, index options and calls on
 * VIX can be added.
 *
 * @param deltaPerPercent per +1 % of SPX, through betas, at a standing VIX
 * @param deltaWithVix per +1 % of SPX with VIX answering by 5.6: half the difference of +1 % and -1 %, no time passed
 * @param vegaPerPoint per point of spot VIX, by the normalisation of 4.6
 * @param thetaPerDay per calendar day at a standing market, negative for what decays
 * @param gammaPerPercent by how much {@code deltaWithVix} grows per +1 % of SPX, VIX answering
 * @param grossDelta sum of abs dollar deltas of the packages, in dollars of underlyings (the D_i of F4)
 */
public record SpxGreeks(double deltaPerPercent, double deltaWithVix, double vegaPerPoint, double thetaPerDay,
        double gammaPerPercent, double grossDelta) {

    public static final SpxGreeks NONE = new SpxGreeks(0, 0, 0, 0, 0, 0);

    public SpxGreeks plus(SpxGreeks other) {
        return new SpxGreeks(deltaPerPercent + other.deltaPerPercent, deltaWithVix + other.deltaWithVix,
                vegaPerPoint + other.vegaPerPoint, thetaPerDay + other.thetaPerDay,
                gammaPerPercent + other.gammaPerPercent, grossDelta + other.grossDelta);
    }

    public static SpxGreeks sum(List<SpxGreeks> lines) {
        return lines.stream().reduce(NONE, SpxGreeks::plus);
    }
}
