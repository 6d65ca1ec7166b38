package alvh.planner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import alvh.planner.decide.Findings;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.HeldPool;
import alvh.planner.line.Picture;
import alvh.planner.plan.BreakEvens;
import alvh.planner.portfolio.Structure;
import alvh.planner.scenario.FutureValue;
import alvh.planner.scenario.MarketState;
import alvh.planner.scenario.Prepared;
import alvh.planner.scenario.ShockedMarket;
import alvh.planner.scenario.VixResponse;

/** Draws the break-even map (methodology F15) of the book, the held lots and what the plan buys. */
final class BreakEvenMap {
    private static final int LOWEST = -60;
    private static final int HIGHEST = 30;
    private static final double STEP = 0.005;
    private static final int MOST_DAYS = 400;
    private static final int HALVINGS = 40;

    /** How VIX answers a move of SPX. */
    private enum Response {
        UNCHANGED("VIX unchanged"), MAPPED("VIX as it answers"), MAPPED_AND_TEN("VIX as it answers + 10");

        private final String words;

        Response(String words) {
            this.words = words;
        }

        double vix(double now, double move) {
            double mapped = VixResponse.mapped(now, move);
            return switch (this) {
                case UNCHANGED -> now;
                case MAPPED -> mapped;
                case MAPPED_AND_TEN -> Math.max(mapped, Math.min(VixResponse.CAP, mapped + 10));
            };
        }
    }

    private final Picture picture;
    private final MarketState state;
    private final List<FutureValue.Held> positions = new ArrayList<>();
    private final SortedSet<LocalDate> dates = new TreeSet<>();
    private final List<String> leftOut = new ArrayList<>();
    private double paid;
    private FutureValue future;

    private BreakEvenMap(Picture picture) {
        this.picture = picture;
        this.state = picture.state();
    }

    static BreakEvens of(Findings found) {
        var map = new BreakEvenMap(found.picture());
        if (!(map.state.spx() > 0) || !(map.state.vix() > 0)) {
            return new BreakEvens(0, List.of(), List.of(), List.of("SPX or VIX is missing: no map"),
                    List.of("no map: SPX or VIX is missing"));
        }
        map.collect(found);
        return map.draw();
    }

    private void collect(Findings found) {
        for (Structure structure : found.assessment().structures()) {
            List<LotLeg> legs = structure.legs().stream().map(l -> new LotLeg(l.key(), l.ratio(), l.side())).toList();
            double credit = structure.credit().part(structure.openQuantity(), structure.originalQuantity()).toDouble();
            if (credit > 0) {
                add(structure.id(), legs, structure.openQuantity(), -credit);
            } else {
                double today = new FutureValue(picture.revaluation(), held(legs, structure.openQuantity())).today();
                if (add(structure.id(), legs, structure.openQuantity(), today)) {
                    leftOut.add(named(structure) + ": no credit is known, measured from today's value");
                }
            }
        }
        for (HeldPool pool : found.held().pools().values()) {
            add(pool.key(), pool.legs(), pool.held(), pool.unitCost().times(pool.held()).toDouble());
        }
        found.valued().forEach((candidate, units) -> {
            var legs = new ArrayList<>(candidate.buys());
            legs.addAll(candidate.sells());
            add(candidate.id(), legs, units, units * candidate.line().expectedFill());
        });
        future = new FutureValue(picture.revaluation(), positions);
    }

    /** @param cost what opening all packages cost, negative for a credit; false when a leg cannot be valued */
    private boolean add(String id, List<LotLeg> legs, long packages, double cost) {
        if (packages == 0) {
            return false;
        }
        List<FutureValue.Held> held = held(legs, packages);
        if (held.size() < legs.size()) {
            leftOut.add(id + ": a leg cannot be valued");
            return false;
        }
        positions.addAll(held);
        paid += cost;
        legs.stream().filter(leg -> leg.key().isOption()).map(leg -> leg.key().settlementDate())
                .filter(date -> !date.isBefore(picture.today()) && !date.isAfter(picture.today().plusDays(MOST_DAYS)))
                .forEach(dates::add);
        return true;
    }

    private List<FutureValue.Held> held(List<LotLeg> legs, long packages) {
        var held = new ArrayList<FutureValue.Held>();
        for (LotLeg leg : legs) {
            if (picture.revaluation().prepare(leg.key()) instanceof Prepared.Ready ready) {
                held.add(new FutureValue.Held(ready.line(), (double) packages * leg.ratio() * leg.side().sign()));
            }
        }
        return held;
    }

    private BreakEvens draw() {
        var moves = new ArrayList<Double>();
        for (int i = LOWEST; i <= HIGHEST; i++) {
            moves.add(Math.rint(i * STEP * 1000) / 1000 + 0.0);
        }
        var expiries = new ArrayList<BreakEvens.Expiry>();
        for (LocalDate date : dates) {
            var curves = new ArrayList<BreakEvens.Curve>();
            for (Response response : Response.values()) {
                curves.add(curve(date, response, moves));
            }
            expiries.add(new BreakEvens.Expiry(date, List.copyOf(curves)));
        }
        return new BreakEvens(state.spx(), moves, expiries, leftOut,
                BreakEvenWords.of(state.spx(), expiries, leftOut));
    }

    private BreakEvens.Curve curve(LocalDate date, Response response, List<Double> moves) {
        var dollars = new ArrayList<Double>();
        var crossings = new ArrayList<Double>();
        for (int i = 0; i < moves.size(); i++) {
            double here = gain(date, response, moves.get(i));
            if (i > 0 && dollars.get(i - 1) * here < 0) {
                crossings.add(crossing(date, response, moves.get(i - 1), moves.get(i)));
            } else if (here == 0) {
                crossings.add(moves.get(i));
            }
            dollars.add(here);
        }
        return new BreakEvens.Curve(response.words, List.copyOf(dollars), List.copyOf(crossings));
    }

    /** Profit since opening, to the cent. */
    private double gain(LocalDate date, Response response, double move) {
        return Math.rint(100 * exact(date, response, move)) / 100 + 0.0;
    }

    private double exact(LocalDate date, Response response, double move) {
        return future.at(ShockedMarket.closeOf(state, date, move, response.vix(state.vix(), move))) - paid;
    }

    /** By bisection: between two points of the grid a strike may lie, where a straight line would miss. */
    private double crossing(LocalDate date, Response response, double from, double to) {
        double low = from;
        double high = to;
        boolean rising = exact(date, response, from) < 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (exact(date, response, middle) < 0 == rising) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.rint((low + high) / 2 * 1e6) / 1e6 + 0.0;
    }

    /** A structure for people; shares are no structure. */
    private static String named(Structure structure) {
        boolean shares = structure.legs().stream().noneMatch(leg -> leg.key().isOption());
        return structure.underlying() + " "
                + (shares ? "shares" : structure.id().replace(structure.underlying() + " ", ""));
    }
}
