package alvh.planner.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
 * @param sized dollars of loss by base scenario that a hedge may be sized for: of what the market does to a name only the
 *        part of its credit (F11); a name's or sector's own move counts as it is. Never more than the loss
 * @param names what each name adds, by symbol
 * @param missing structures left out, each with the reason
 */
public record BookRisk(double[] base, double[] screen, double shortVega, double stressDelta, double theta,
        String worstName,
        double worstNameLoss, double[] sized, SortedMap<String, NameRisk> names, List<String> missing) {

    /**
     * One underlying in the scenarios.
     *
     * @param market change in value by base scenario, without own moves
     * @param ownLoss dollars lost in scenario M, by a fall of the name alone; 0 for an index or where it gains
     * @param credit share of a market-driven loss that a hedge may be sized for
     */
    public record NameRisk(double[] market, double ownLoss, double credit) {}

    /** A book whose losses all count, without its names. */
    public BookRisk(double[] base, double[] screen, double shortVega, double stressDelta, double theta,
            String worstName,
            double worstNameLoss, List<String> missing) {
        this(base, screen, shortVega, stressDelta, theta, worstName, worstNameLoss,
                Arrays.stream(base).map(change -> Math.max(0, -change)).toArray(), new TreeMap<>(), missing);
    }

    /** One underlying's positions, ready for own moves. */
    private record Holding(PricedLine line, double units) {}

    /** Every loss counts whole: for reports that size nothing. */
    public static BookRisk of(List<Structure> structures, Picture picture) {
        return of(structures, picture, Map.of());
    }

    /** @param credits by underlying (F11); what is not in it counts whole */
    public static BookRisk of(List<Structure> structures, Picture picture, Map<String, Double> credits) {
        var build = new Build(picture, credits);
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
        private final SortedMap<String, double[]> market = new TreeMap<>();
        private final Map<String, Double> credits;

        Build(Picture picture, Map<String, Double> credits) {
            this.credits = credits;
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
            double[] its = market.computeIfAbsent(structure.underlying(), key -> new double[base.length]);
            for (int s = 0; s < base.length; s++) {
                base[s] += n * (valued.base()[s] - valued.today());
                its[s] += n * (valued.base()[s] - valued.today());
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
            double[] own = new double[base.length];
            SortedMap<String, Double> alone = new TreeMap<>();
            for (int s = 0; s < base.length; s++) {
                ShockedMarket shocked = picture.markets().get(s);
                double name = shocked.shock().nameReturn();
                if (name != 0) {
                    groups(false).keySet().forEach(symbol -> alone.put(symbol,
                            Math.max(0, -extra(groups(false), symbol, shocked, name))));
                    worst = worst(groups(false), shocked, name);
                    worstLoss = extra(groups(false), worst, shocked, name);
                    own[s] += worstLoss;
                }
                if (shocked.shock().sectorReturn() != 0) {
                    String sector = worst(groups(true), shocked, shocked.shock().sectorReturn());
                    own[s] += extra(groups(true), sector, shocked, shocked.shock().sectorReturn());
                }
                base[s] += own[s];
            }
            SortedMap<String, NameRisk> names = new TreeMap<>();
            market.forEach((symbol, change) -> names.put(symbol,
                    new NameRisk(change, alone.getOrDefault(symbol, 0.0), credits.getOrDefault(symbol, 1.0))));
            return new BookRisk(base, screen, -vega, stress, theta, worst, Math.max(0, -worstLoss), sized(names, own),
                    names, missing);
        }

        private double[] sized(SortedMap<String, NameRisk> names, double[] own) {
            double[] sized = new double[base.length];
            for (int s = 0; s < base.length; s++) {
                double change = own[s];
                for (NameRisk name : names.values()) {
                    change += name.market()[s] < 0 ? name.credit() * name.market()[s] : name.market()[s];
                }
                sized[s] = Math.max(0, -change);
            }
            return sized;
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
