package alvh.planner.scenario;

import java.util.Arrays;
import java.util.List;

import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Smile;
import alvh.planner.pricing.VixCurve;

/**
 * The values of one instrument in all scenarios at once, by the model of {@link Revaluation} and equal to it to rounding:
 * what depends on the line and the horizon alone is computed once per horizon, and nothing is allocated per line. One
 * instance per thread.
 */
public final class ScenarioGrid {

    private static final double VIX_FLOOR = 9;

    private final MarketState state;
    private final Revaluation model;
    private final ShockedMarket[] markets;
    private final double[] logSpx;
    private final int[] horizonOf;
    private final double[] horizons;
    private final double[] left;
    private final double[] root;
    private final double[] discount;
    private final double[] base;
    private final double[] slope;
    private final double[] factor;
    private final double[] vixMove;
    private Surface expiry;

    public ScenarioGrid(MarketState state, List<Shock> shocks) {
        this.state = state;
        model = new Revaluation(state);
        markets = shocks.stream().map(shock -> ShockedMarket.of(state, shock)).toArray(ShockedMarket[]::new);
        horizons = shocks.stream().mapToDouble(shock -> shock.horizonDays() / 365.0).distinct().toArray();
        horizonOf = new int[markets.length];
        logSpx = new double[markets.length];
        for (int s = 0; s < markets.length; s++) {
            logSpx[s] = StrictMath.log(1 + markets[s].spxReturn);
            while (horizons[horizonOf[s]] != markets[s].horizonYears) {
                horizonOf[s]++;
            }
        }
        factor = new double[markets.length];
        vixMove = Arrays.stream(markets).mapToDouble(market -> market.vixMove).toArray();
        left = new double[horizons.length];
        root = new double[horizons.length];
        discount = new double[horizons.length];
        base = new double[horizons.length];
        slope = new double[horizons.length];
    }

    /** Number of scenarios, the length that output arrays need. */
    public int size() {
        return markets.length;
    }

    public ShockedMarket market(int scenario) {
        return markets[scenario];
    }

    /** Dollars per contract or share in each scenario, without a name's or sector's own move. */
    public void values(PricedLine line, double[] out) {
        values(line, false, false, out);
    }

    /**
     * Dollars per contract or share in each scenario.
     *
     * @param takesName whether this line's stock is the one that takes the shocks' name return
     * @param takesSector whether its sector takes the shocks' sector return
     * @param out at least {@link #size} entries, filled
     */
    public void values(PricedLine line, boolean takesName, boolean takesSector, double[] out) {
        switch (line.kind()) {
            case VIX_OPTION -> vixOption(line, out);
            case INDEX_OPTION -> indexOption(line, out);
            case STOCK, VIX_FUTURE, NAME_OPTION -> {
                for (int s = 0; s < markets.length; s++) {
                    Shock shock = markets[s].shock();
                    double own = (takesName ? shock.nameReturn() : 0) + (takesSector ? shock.sectorReturn() : 0);
                    out[s] = model.value(line, markets[s], own);
                }
            }
        }
    }

    private void vixOption(PricedLine line, double[] out) {
        prepareExpiry(line);
        double strike = line.strike();
        Smile smile = line.surface().smile();
        for (int s = 0; s < markets.length; s++) {
            int h = horizonOf[s];
            double forward = Math.max(VIX_FLOOR, base[h] + slope[h] * vixMove[s]);
            double value;
            if (left[h] > 0) {
                double logRatio = StrictMath.log(forward / strike);
                double total = smile.vol(-logRatio) * factor[s] * root[h];
                value = discount[h] * Black76.undiscounted(forward, strike, logRatio, total, line.call());
            } else {
                value = Black76.intrinsic(forward, strike, line.call());
            }
            out[s] = line.multiplier() * value;
        }
    }

    private void indexOption(PricedLine line, double[] out) {
        prepareExpiry(line);
        double strike = line.strike();
        double logSpot = StrictMath.log(line.spot() / strike);
        for (int s = 0; s < markets.length; s++) {
            int h = horizonOf[s];
            double forward = base[h] * (1 + markets[s].spxReturn);
            double value;
            if (left[h] > 0) {
                double vol = Revaluation.capped(line.vol(), factor[s], markets[s].spxReturn);
                value = discount[h] * Black76.undiscounted(forward, strike, logSpot + logSpx[s] + slope[h],
                        vol * root[h], line.call());
            } else {
                value = Black76.intrinsic(forward, strike, line.call());
            }
            out[s] = line.multiplier() * value;
        }
    }

    /** What all lines of one expiry share; lines of one expiry in a row share the work. */
    private void prepareExpiry(PricedLine line) {
        if (line.surface() == expiry) {
            return;
        }
        expiry = line.surface();
        boolean vix = line.kind() == PricedLine.Kind.VIX_OPTION;
        for (int h = 0; h < horizons.length; h++) {
            double time = Math.max(0, line.years() - horizons[h]);
            left[h] = time;
            root[h] = StrictMath.sqrt(time);
            discount[h] = StrictMath.exp(-state.rate() * time);
            base[h] = vix
                    ? state.vixCurve().forward(time) + line.basis() * time / line.years()
                    : line.spot() * StrictMath.exp(line.carry() * time);
            slope[h] = vix ? VixCurve.beta(time) : line.carry() * time;
        }
        for (int s = 0; s < markets.length; s++) {
            factor[s] = Revaluation.grown(vix ? markets[s].logVvixRatio : markets[s].logVixRatio, line.volPower());
        }
    }
}
