package alvh.planner.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.InstrumentKey;
import alvh.planner.portfolio.Structure;
import alvh.planner.scenario.NameState;
import alvh.planner.scenario.Prepared;
import alvh.planner.scenario.PricedLine;
import alvh.planner.scenario.Revaluation;
import alvh.planner.scenario.ShockedMarket;

/**
 * The income book in the scenarios (methodology 4.1, 4.3): b_s in dollars, less than zero for a loss. A structure with a
 * leg that cannot be valued is left out whole, and named: that makes the book look smaller, hence the hedge smaller.
 *
 * @param base change in value by base scenario; M takes the name, N the sector with the largest loss
 * @param screen change in value by column of the loss table
 * @param shortVega dollars that the book loses per point of spot VIX, positive for a short-premium book
 * @param stressDelta dollars per +1 % of SPX around -3 %
 * @param theta dollars a day earned
 * @param worstName the name that scenario M takes, or ""
 * @param missing structures left out, each with the reason
 */
record BookRisk(double[] base, double[] screen, double shortVega, double stressDelta, double theta, String worstName,
        double worstNameLoss, List<String> missing) {

    /** One underlying's positions, ready for own moves. */
    private record Holding(PricedLine line, double units) {}

    static BookRisk of(List<Structure> structures, Picture picture) {
        var build = new Build(picture);
        structures.forEach(build::add);
        return build.done();
    }

    private static final class Build {
        private final Picture picture;
        private final Revaluation revaluation;
        private final double[] base;
        private final double[] screen;
        private double vega;
        private double stress;
        private double theta;
        private final List<String> missing = new ArrayList<>();
        private final SortedMap<String, List<Holding>> byName = new TreeMap<>();

        Build(Picture picture) {
            this.picture = picture;
            this.revaluation = picture.revaluation();
            this.base = new double[picture.markets().size()];
            this.screen = new double[picture.screen().size()];
        }

        void add(Structure structure) {
            List<LotLeg> legs = structure.legs().stream().map(leg -> new LotLeg(leg.key(), leg.ratio(), leg.side()))
                    .toList();
            Valued valued = Valued.of(legs, picture);
            if (!valued.usable()) {
                missing.add(structure.id() + ": " + valued.fault());
                return;
            }
            long n = structure.openQuantity();
            for (int s = 0; s < base.length; s++) {
                base[s] += n * (valued.base()[s] - valued.today());
            }
            for (int s = 0; s < screen.length; s++) {
                screen[s] += n * (valued.screen()[s] - valued.today());
            }
            vega += n * valued.vega();
            stress += n * valued.stressDelta();
            theta += n * valued.theta();
            legs.forEach(leg -> holding(leg, n));
        }

        private void holding(LotLeg leg, long n) {
            String name = leg.key().underlying();
            if (!InstrumentKey.INDICES.contains(name)
                    && revaluation.prepare(leg.key()) instanceof Prepared.Ready ready) {
                byName.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(new Holding(ready.line(), (double) n * leg.ratio() * leg.side().sign()));
            }
        }

        BookRisk done() {
            String worst = "";
            double worstLoss = 0;
            for (int s = 0; s < base.length; s++) {
                ShockedMarket market = picture.markets().get(s);
                if (market.shock().nameReturn() != 0) {
                    worst = worst(groups(false), market, market.shock().nameReturn());
                    worstLoss = extra(groups(false), worst, market, market.shock().nameReturn());
                    base[s] += worstLoss;
                }
                if (market.shock().sectorReturn() != 0) {
                    String sector = worst(groups(true), market, market.shock().sectorReturn());
                    base[s] += extra(groups(true), sector, market, market.shock().sectorReturn());
                }
            }
            return new BookRisk(base, screen, -vega, stress, theta, worst, Math.max(0, -worstLoss), missing);
        }

        /** Holdings by name, or by sector; a name whose sector is unknown is a sector of its own. */
        private SortedMap<String, List<Holding>> groups(boolean bySector) {
            SortedMap<String, List<Holding>> groups = new TreeMap<>();
            byName.forEach((name, holdings) -> {
                NameState state = picture.state().names().get(name);
                String sector = state == null || state.sector().isEmpty() ? name : state.sector();
                groups.computeIfAbsent(bySector ? sector : name, key -> new ArrayList<>()).addAll(holdings);
            });
            return groups;
        }

        private String worst(SortedMap<String, List<Holding>> groups, ShockedMarket market, double ownReturn) {
            String worst = "";
            double least = 0;
            for (String group : groups.keySet()) {
                double change = extra(groups, group, market, ownReturn);
                if (change < least) {
                    least = change;
                    worst = group;
                }
            }
            return worst;
        }

        /** What the own move adds to the market's, in dollars. */
        private double extra(SortedMap<String, List<Holding>> groups, String group, ShockedMarket market,
                double ownReturn) {
            double change = 0;
            for (Holding holding : groups.getOrDefault(group, List.of())) {
                change += holding.units() * (revaluation.value(holding.line(), market, ownReturn)
                        - revaluation.value(holding.line(), market, 0));
            }
            return change;
        }
    }

    @Override
    public String toString() {
        return "book in the scenarios " + Arrays.toString(base);
    }
}
