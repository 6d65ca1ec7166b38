package alvh.simulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.WorldSpec;
import alvh.simulator.market.Worlds;

/** The setup lines of a scenario, folded in order over its preset world. */
public final class WorldBuilder {

    private static final List<String> PRESETS = List.of("demo");
    private static final List<String> LEVELS = List.of("SPX", "VIX", "VIX9D", "VIX3M", "VIX6M", "VVIX", "ADVANCES",
            "DECLINES");
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<WorldSpec.Holding> positions = new ArrayList<>();
    private final List<Double> path = new ArrayList<>();
    private boolean ownPositions;
    private WorldSpec spec = Worlds.demo();

    private WorldBuilder(String file) {
        this.file = file;
    }

    /** A world, or what in the setup lines no world can have. */
    public sealed interface Outcome {

        record Built(WorldSpec spec) implements Outcome {}

        record Broken(List<Problem> problems) implements Outcome {}
    }

    public static Outcome build(Scenario scenario) {
        WorldBuilder builder = new WorldBuilder(scenario.name());
        scenario.setup().forEach(builder::fold);
        if (!builder.problems.isEmpty()) {
            return new Outcome.Broken(List.copyOf(builder.problems));
        }
        WorldSpec spec = builder.spec;
        return new Outcome.Built(builder.ownPositions ? spec.withPositions(builder.positions, spec.cash()) : spec);
    }

    private void fold(Step step) {
        switch ((Line.Setup) step.line()) {
            case Line.Title t -> {
            }
            case Line.About a -> {
            }
            case Line.Plans p -> {
            }
            case Line.Start s -> spec = spec.withStart(s.newYork().atZone(Moment.NEW_YORK).toInstant());
            case Line.Seed s -> spec = spec.withSeed(s.seed());
            case Line.Account a -> spec = spec.withAccount(a.id()).withPositions(spec.positions(),
                    Usd.of(a.cashUsd().toPlainString()));
            case Line.Market m -> preset(step, m);
            case Line.Level l -> level(step, l);
            case Line.Stock s -> stock(s.name());
            case Line.RecentSpx r -> spec = spec.withRecent(path(r.returns()));
            case Line.RecentTrend r -> spec = spec.withRecent(trend(r));
            case Line.RecentOversold r -> spec = spec.withRecent(new WorldSpec.Recent(spec.recent().spxLastDays(),
                    spec.recent().betaExpansion(), spec.recent().breadthDrift(), r.symbols()));
            case Line.NoPositions n -> {
                ownPositions = true;
                positions.clear();
            }
            case Line.Position p -> {
                ownPositions = true;
                positions.add(new WorldSpec.Holding(p.key(), p.quantity(),
                        Price.of(p.price().toPlainString())));
            }
        }
    }

    private void preset(Step step, Line.Market market) {
        if (!PRESETS.contains(market.preset())) {
            refuse(step, market.preset(), PRESETS);
        }
    }

    /** The first line replaces the preset's path, further ones go on from there. */
    private WorldSpec.Recent path(List<Double> returns) {
        path.addAll(returns);
        WorldSpec.Recent was = spec.recent();
        return new WorldSpec.Recent(path, was.betaExpansion(), was.breadthDrift(), was.oversold());
    }

    private WorldSpec.Recent trend(Line.RecentTrend line) {
        WorldSpec.Recent was = spec.recent();
        return switch (line.trend()) {
            case BETA_EXPANSION -> new WorldSpec.Recent(was.spxLastDays(), line.amount(), was.breadthDrift(),
                    was.oversold());
            case BREADTH_DRIFT -> new WorldSpec.Recent(was.spxLastDays(), was.betaExpansion(), line.amount(),
                    was.oversold());
        };
    }

    private void level(Step step, Line.Level line) {
        WorldSpec.Levels l = spec.levels();
        double to = line.points();
        Optional<WorldSpec.Name> name = spec.names().stream().filter(n -> n.symbol().equals(line.symbol())).findFirst();
        if (name.isPresent()) {
            WorldSpec.Name n = name.get();
            stock(new WorldSpec.Name(n.symbol(), n.longName(), to, n.vol(), n.beta(), n.residual(), n.yield(),
                    n.etf()));
            return;
        }
        switch (line.symbol()) {
            case "SPX" -> levels(to, l.vix(), l.vix9d(), l.vix3m(), l.vix6m(), l.vvix(), l.advances(), l.declines());
            case "VIX" -> levels(l.spx(), to, l.vix9d(), l.vix3m(), l.vix6m(), l.vvix(), l.advances(), l.declines());
            case "VIX9D" -> levels(l.spx(), l.vix(), to, l.vix3m(), l.vix6m(), l.vvix(), l.advances(), l.declines());
            case "VIX3M" -> levels(l.spx(), l.vix(), l.vix9d(), to, l.vix6m(), l.vvix(), l.advances(), l.declines());
            case "VIX6M" -> levels(l.spx(), l.vix(), l.vix9d(), l.vix3m(), to, l.vvix(), l.advances(), l.declines());
            case "VVIX" -> levels(l.spx(), l.vix(), l.vix9d(), l.vix3m(), l.vix6m(), to, l.advances(), l.declines());
            case "ADVANCES" -> levels(l.spx(), l.vix(), l.vix9d(), l.vix3m(), l.vix6m(), l.vvix(), (int) to,
                    l.declines());
            case "DECLINES" -> levels(l.spx(), l.vix(), l.vix9d(), l.vix3m(), l.vix6m(), l.vvix(), l.advances(),
                    (int) to);
            default -> refuse(step, line.symbol(), known());
        }
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(LEVELS);
        spec.names().forEach(name -> known.add(name.symbol()));
        return known;
    }

    private void levels(double spx, double vix, double vix9d, double vix3m, double vix6m, double vvix, int advances,
            int declines) {
        spec = spec.withLevels(new WorldSpec.Levels(spx, vix, vix9d, vix3m, vix6m, vvix, advances, declines));
    }

    private void stock(WorldSpec.Name name) {
        List<WorldSpec.Name> names = new ArrayList<>(spec.names());
        int at = -1;
        for (int i = 0; i < names.size(); i++) {
            at = names.get(i).symbol().equals(name.symbol()) ? i : at;
        }
        if (at < 0) {
            names.add(name);
        } else {
            names.set(at, name);
        }
        spec = new WorldSpec(spec.account(), spec.start(), spec.seed(), spec.levels(), names, spec.positions(),
                spec.cash(), spec.rate(), spec.recent(), spec.history(), spec.days());
    }

    private void refuse(Step step, String got, List<String> known) {
        problems.add(new Problem(file, step.lineNumber(), "'" + got + "'", "one of " + String.join(", ", known),
                Nearest.to(got, known)));
    }
}
