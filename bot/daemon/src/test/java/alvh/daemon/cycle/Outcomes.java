package alvh.daemon.cycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.Level;
import alvh.planner.layer.Regime;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.BookLine;
import alvh.planner.plan.Conduct;
import alvh.planner.plan.DecisionPoint;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanDetails;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.PriceLadder;
import alvh.planner.plan.Recalibration;
import alvh.planner.plan.Refusal;

/** What the planner of a bench says. */
final class Outcomes {

    private Outcomes() {}

    static BudgetState budget() {
        Usd usd = Usd.of("614.40");
        return new BudgetState(new BigDecimal("0.20"), new BigDecimal("0.25"), Usd.ofDollars(3072), Usd.ZERO, usd, usd,
                usd, Usd.of("75.00"), Usd.ZERO, Usd.ZERO, usd, Usd.ZERO, new TreeMap<>(), Usd.ZERO);
    }

    static LayerLevels levels(LocalDate asOf, Level base) {
        TreeMap<LayerId, Level> levels = new TreeMap<>();
        levels.put(LayerId.BASE, base);
        return new LayerLevels(asOf, levels, new LayerLevels.Memory(new TreeMap<>(), null, false, null, null, 0));
    }

    static PlanReport report(LayerLevels levels, double votes) {
        LossTable losses = new LossTable(List.of(new LossTable.Column("-10 %", -0.10, 42, -5000, 400, 1000)));
        return new PlanReport(List.of(), Double.NaN, Double.NaN, Double.NaN, budget(), List.of(), votes, Regime.NORMAL,
                List.of(), levels, List.of(), List.of(), losses, List.of(), Double.NaN, List.of(), PlanDetails.NONE);
    }

    static PlanReport withFigures(PlanReport r, SortedMap<String, Double> figures) {
        return detailed(r, List.of(), Recalibration.figuresOnly(figures), List.of());
    }

    /** A week's entry says the last one's votes, if there was one. */
    private static Recalibration week(PlanningInput input) {
        if (input.kind() != HedgePlan.Kind.WEEKLY) {
            return Recalibration.NONE;
        }
        var last = input.past().lastWeek();
        return new Recalibration(new TreeMap<>(java.util.Map.of("votes", 2.5)), null, List.of(),
                List.of("votes 2.5" + (last == null ? "" : " (was " + last.figures().get("votes") + ")")), "LOYALTY");
    }

    /** The outcome with these decision points and book lines. */
    static Function<PlanningInput, PlanOutcome> deciding(Function<PlanningInput, PlanOutcome> made,
            List<DecisionPoint> points, List<BookLine> book) {
        return input -> switch (made.apply(input)) {
            case PlanOutcome.Planned p -> new PlanOutcome.Planned(p.plan(),
                    detailed(p.report(), points, week(input), book));
            case PlanOutcome.NothingToDo n -> new PlanOutcome.NothingToDo(n.reasons(),
                    detailed(n.report(), points, week(input), book));
            case PlanOutcome.Impossible i -> i;
        };
    }

    private static PlanReport detailed(PlanReport r, List<DecisionPoint> points, Recalibration week,
            List<BookLine> book) {
        PlanDetails none = PlanDetails.NONE;
        Conduct conduct = new Conduct(points, null, null, new TreeMap<>(), List.of(), List.of());
        return new PlanReport(book.isEmpty() ? r.book() : book, r.bookBetaFast(), r.bookBetaSlow(), r.hedgeableShare(),
                r.budget(), r.signals(),
                r.votes(), r.regime(), r.layers(), r.levelsNow(), r.lots(), r.certificates(), r.losses(), r.rejected(),
                r.shadowPrice(), r.notes(),
                new PlanDetails(none.names(), none.market(), none.whatIf(), none.breakEvens(), conduct, week,
                        none.explanation()));
    }

    private static PlanReport report(PlanningInput input) {
        return detailed(report(levels(day(input), Level.FULL), 2.5), List.of(), week(input), List.of());
    }

    static LocalDate day(PlanningInput input) {
        return input.market().asOf().atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }

    static Function<PlanningInput, PlanOutcome> buy(String name, String... rungs) {
        return input -> planned(name, input, order(Effect.OPEN, List.of(), rungs));
    }

    static Function<PlanningInput, PlanOutcome> sell(String name, String lotId, String... rungs) {
        return input -> planned(name, input, order(Effect.CLOSE, List.of(lotId), rungs));
    }

    /** The same sale, decided by a rung. */
    static Function<PlanningInput, PlanOutcome> harvest(String name, String lotId, String... rungs) {
        return input -> {
            PlanOutcome.Planned sale = (PlanOutcome.Planned) sell(name, lotId, rungs).apply(input);
            DecisionPoint point = new DecisionPoint("x", input.market().asOf(), DecisionPoint.Kind.HARVEST,
                    List.of(lotId), lotId, "rule", "never",
                    new DecisionPoint.Evidence(Double.NaN, Double.NaN, Double.NaN, 40, 420),
                    DecisionPoint.Choice.MOTION, "worth 6 x its cost");
            PlanDetails none = PlanDetails.NONE;
            Conduct conduct = new Conduct(List.of(point), null, null, new TreeMap<>(), List.of(), List.of());
            return new PlanOutcome.Planned(sale.plan(), sale.report().with(new PlanDetails(none.names(), none.market(),
                    none.whatIf(), none.breakEvens(), conduct, none.week(), none.explanation())));
        };
    }

    /** Sells the held call and buys a later one in one order. */
    static Function<PlanningInput, PlanOutcome> roll(String name, String lotId) {
        return input -> {
            PlannedOrder one = order(Effect.ROLL, List.of(lotId), "0.50");
            return planned(name, input, new PlannedOrder(1, one.layer(), Effect.ROLL,
                    List.of(new Lot.LotLeg(Bench.CALL, 1, Side.SELL), new Lot.LotLeg(Bench.LATER, 1, Side.BUY)), 1, 100,
                    one.ladder(), one.worstCase(), one.fees(), one.closesLots(), 0, "ROLL 1 VIX call", "it is due",
                    0.45,
                    0.55));
        };
    }

    static Function<PlanningInput, PlanOutcome> nothing(String because) {
        return input -> new PlanOutcome.NothingToDo(
                List.of(new Refusal(Refusal.Code.NO_BOOK, "book", because)), report(input));
    }

    static Function<PlanningInput, PlanOutcome> impossible(String because) {
        return input -> new PlanOutcome.Impossible(
                List.of(new Refusal(Refusal.Code.DATA_MISSING, "VIX", because)), report(input));
    }

    private static PlannedOrder order(Effect effect, List<String> lots, String... rungs) {
        PriceLadder ladder = new PriceLadder(Arrays.stream(rungs).map(Price::of).toList());
        Side side = effect == Effect.OPEN ? Side.BUY : Side.SELL;
        Usd fees = Usd.of("1.60");
        Usd worst = effect == Effect.OPEN ? ladder.last().cost(100, 1).plus(fees) : Usd.ZERO;
        double bid = effect == Effect.OPEN ? 0.68 : 5.00;
        return new PlannedOrder(1, LayerId.BASE, effect, List.of(new Lot.LotLeg(Bench.CALL, 1, side)), 1, 100, ladder,
                worst, fees, lots, 0, side + " 1 VIX call", "a reason", bid, bid + 0.08);
    }

    private static PlanOutcome planned(String name, PlanningInput input, PlannedOrder order) {
        String hash = (name + "0".repeat(64)).substring(0, 64);
        return new PlanOutcome.Planned(new HedgePlan(hash, input.kind(), input.market().asOf(), day(input),
                List.of(order), order.worstCase()), report(input));
    }
}
