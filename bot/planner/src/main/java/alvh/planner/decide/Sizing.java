package alvh.planner.decide;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import alvh.planner.budget.Budget;
import alvh.planner.budget.BudgetState;
import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Candidate;
import alvh.planner.line.HedgeNow;
import alvh.planner.line.HeldLots;
import alvh.planner.line.LineModel;
import alvh.planner.line.Picture;
import alvh.planner.market.Expiries;
import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;
import alvh.planner.risk.Breach;
import alvh.planner.risk.OrderShape;
import alvh.planner.risk.PreTrade;
import alvh.planner.sizing.NoModelSizer;
import alvh.planner.sizing.SizingLine;
import alvh.planner.sizing.SizingProblem;
import alvh.planner.sizing.SizingSolution;

/**
 * Sizing and the certificates (methodology 2.7, 4.2): solve, sign L1, L2, L3 in turn; a certificate that fails drops its
 * own lines and those of every layer that needs it, and sizing runs once more.
 */
public final class Sizing {
    private static final List<BigDecimal> SHARES = List.of(new BigDecimal("0.15"), new BigDecimal("0.20"),
            new BigDecimal("0.25"));
    private static final long FEW_UNITS = 5;
    private final PlanningInput input;
    private final Picture picture;
    private final Assessment assessment;
    private final Gates gates;
    private final HeldLots held;
    private final BookRisk book;
    private final HedgeNow hedge;
    private final List<Candidate> candidates;
    private final SortedMap<LayerId, String> dataFaults;
    private final boolean deadlock;
    private final Presets presets;
    private final LineModel model;

    /** What sizing came to. */
    public record Result(SizingProblem problem, SizingSolution solution, List<Limits.Row> rows,
            Map<Candidate, Integer> taken, List<PlannedOrder> orders, List<Certificate> certificates,
            List<Refusal> dropped, List<Alternative> alternatives, Shadow shadow, boolean modelled) {

        Result with(List<Refusal> refusals, List<Alternative> others, Shadow price) {
            return new Result(problem, solution, rows, taken, orders, certificates, refusals, others, price, modelled);
        }
    }

    /** The plan at another share of the premium; {@code hedge} is what is held after the sales of that plan. */
    public record Alternative(BudgetState budget, HedgeNow hedge, Map<Candidate, Integer> taken, Usd worstCase,
            double cvar) {}

    /** What the layers may do in one solution: levels, and layers that a failed certificate closed. */
    private record Allowed(SortedMap<LayerId, Level> levels, SortedSet<LayerId> closed) {}

    Sizing(PlanningInput input, Picture picture, Assessment assessment, Gates gates, HeldLots held, BookRisk book,
            HedgeNow hedge, List<Candidate> candidates, SortedMap<LayerId, String> dataFaults, boolean deadlock,
            Presets presets, LineModel model) {
        this.input = input;
        this.picture = picture;
        this.assessment = assessment;
        this.gates = gates;
        this.held = held;
        this.book = book;
        this.hedge = hedge;
        this.candidates = candidates;
        this.dataFaults = dataFaults;
        this.deadlock = deadlock;
        this.presets = presets;
        this.model = model;
    }

    /** @param at the whole plan at another budget */
    Result run(Function<BudgetState, Alternative> at) {
        Allowed allowed = allowed();
        Result last = settled(allowed);
        return last.with(last.dropped(), alternatives(last, at), shadow(last, allowed));
    }

    /** What would be done, for a what-if. */
    Alternative alternative() {
        return alternative(settled(allowed()));
    }

    private Alternative alternative(Result plan) {
        return new Alternative(assessment.budget(), hedge, plan.taken(), Orders.debit(plan.orders(), null),
                plan.solution().cvar());
    }

    private Allowed allowed() {
        return new Allowed(gates.usable(assessment.levels()), new TreeSet<>());
    }

    private Result settled(Allowed allowed) {
        Result first = solve(allowed);
        for (Certificate certificate : first.certificates()) {
            if (!certificate.valid()) {
                drop(certificate.layer(), allowed.closed(), allowed.levels());
            }
        }
        boolean affected = first.orders().stream().anyMatch(o -> o.worstCase().isPositive()
                && (allowed.closed().contains(o.layer())
                        || !allowed.levels().equals(gates.usable(assessment.levels()))));
        return affected
                ? solve(allowed).with(refusals(first.certificates()), List.of(), Shadow.NONE)
                : first;
    }

    private List<Alternative> alternatives(Result plan, Function<BudgetState, Alternative> at) {
        if (!model.scenarios()) {
            return List.of();
        }
        SortedSet<BigDecimal> shares = new TreeSet<>(SHARES);
        shares.add(assessment.budget().share());
        var others = new ArrayList<Alternative>();
        for (BigDecimal share : shares) {
            boolean set = share.compareTo(assessment.budget().share()) == 0;
            others.add(set
                    ? alternative(plan)
                    : at.apply(Budget.of(share, picture.settings().maxUsd(), assessment.premium(),
                            assessment.charges())));
        }
        return others;
    }

    /** The better rate of a ceiling higher by one and by five of the cheapest units: every row of the budget moves. */
    private Shadow shadow(Result plan, Allowed allowed) {
        Optional<Usd> unit = plan.problem().lines().stream().map(SizingLine::newDebit).filter(Usd::isPositive)
                .min(Usd::compareTo);
        if (unit.isEmpty() || !model.scenarios()) {
            return Shadow.NONE;
        }
        Shadow best = new Shadow(0, unit.get().times(FEW_UNITS));
        for (Usd raise : List.of(unit.get(), unit.get().times(FEW_UNITS))) {
            SizingSolution more = presets
                    .solve(problem(assessment.budget().raisedBy(raise), plan.rows(), allowed));
            double price = (plan.solution().cvar() - more.cvar()) / raise.toDouble();
            best = price > best.price() ? new Shadow(price, raise) : best;
        }
        return best;
    }

    private static List<Refusal> refusals(List<Certificate> certificates) {
        var refusals = new ArrayList<Refusal>();
        for (Certificate certificate : certificates) {
            for (Certificate.Signature signature : certificate.signatures()) {
                if (!signature.signed() && signature.signer() != Certificate.Signer.HUMAN) {
                    refusals.add(new Refusal(Refusal.Code.CERTIFICATE_MISSING, certificate.layer().word(),
                            signature.signer() + " does not sign: " + signature.because()));
                }
            }
        }
        return refusals;
    }

    private void drop(LayerId failed, SortedSet<LayerId> closed, SortedMap<LayerId, Level> levels) {
        closed.add(failed);
        if (presets.bundle() != null) {
            // A bundle has all three layers: without one of them there is none.
            closed.addAll(List.of(LayerId.values()));
        }
        switch (failed) {
            case BASE -> {
                closed.add(LayerId.ACCELERATION);
                if (!deadlock) {
                    closed.add(LayerId.CONTINGENCY);
                }
            }
            case ACCELERATION -> Gates.capContingency(levels);
            case CONTINGENCY -> {
                // Nothing needs the last layer.
            }
        }
    }

    /** Methodology 4.5: 40/40/20 of B_avail by level; nothing for a closed layer. */
    private SortedMap<LayerId, Usd> dollars(Allowed allowed) {
        SortedMap<LayerId, Usd> dollars = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            boolean open = gates.gates().get(layer).open() && !allowed.closed().contains(layer);
            dollars.put(layer, open ? dollars(layer, allowed.levels(), assessment.budget()) : Usd.ZERO);
        }
        return dollars;
    }

    static Usd dollars(LayerId layer, SortedMap<LayerId, Level> levels, BudgetState budget) {
        BigDecimal share = switch (layer) {
            case BASE, ACCELERATION -> new BigDecimal("0.40");
            case CONTINGENCY -> new BigDecimal("0.20");
        };
        return budget.available().share(share).part(levels.get(layer).thirds(), 3);
    }

    /** Without scenarios there is nothing to put into the rows (5) and (6). */
    private List<Limits.Row> rows() {
        if (!model.scenarios()) {
            return List.of();
        }
        return Limits.of(book, hedge, held, assessment.premium().open(), input.account().netLiquidation(), picture);
    }

    private SizingProblem problem(BudgetState budget, List<Limits.Row> rows, Allowed allowed) {
        SizingProblem problem = SizingInputs.of(candidates, book, hedge, held, budget,
                new SizingInputs.Permissions(allowed.levels(), gates.gates(), allowed.closed(), funds(), deadlock),
                rows, picture);
        SizingProblem preset = presets.rows(problem, budget, allowed.levels(), gates.throttlePercent());
        return SizingInputs.within(preset, PreTrade.spendable(input.account()));
    }

    private Result solve(Allowed allowed) {
        List<Limits.Row> rows = rows();
        SizingProblem funded = problem(assessment.budget(), rows, allowed);
        SizingSolution solution = model.scenarios()
                ? presets.solve(funded)
                : NoModelSizer.solve(funded, dollars(allowed));
        Map<Candidate, Integer> taken = taken(funded, solution);
        List<PlannedOrder> orders = Orders.of(held, taken, picture,
                new OrderReasons(assessment, gates, allowed.levels(), taken, picture.settings().fees()));
        SortedMap<LayerId, Usd> charges = charges(taken);
        List<Certificate> certificates = new Certifier(input.market().asOf(), allowed.levels(), gates.gates(),
                assessment.budget().available(), picture.settings().humanAboveUsd(), deadlock,
                breaches(orders, charges), dataFaults, model.scenarios()).sign(charges, Orders.debit(orders, null));
        return new Result(funded, solution, rows, taken, orders, certificates, List.of(), List.of(),
                Shadow.NONE, model.scenarios());
    }

    private SortedMap<String, Usd> funds() {
        SortedMap<String, Usd> funds = new TreeMap<>();
        candidates.stream().filter(c -> c.fund() != null)
                .forEach(c -> funds.put(c.fund().name(), c.fund().amount()));
        return funds;
    }

    private Map<Candidate, Integer> taken(SizingProblem problem, SizingSolution solution) {
        Map<String, Candidate> byId = new TreeMap<>();
        candidates.forEach(candidate -> byId.put(candidate.id(), candidate));
        Map<Candidate, Integer> taken = new LinkedHashMap<>();
        for (int j = 0; j < solution.units().length; j++) {
            if (solution.units()[j] > 0) {
                presets.take(taken, byId.get(problem.lines().get(j).line().id()), solution.units()[j]);
            }
        }
        return taken;
    }

    /** What each layer takes from the budget at worst: of a roll the new debit less what its sale credits. */
    private SortedMap<LayerId, Usd> charges(Map<Candidate, Integer> taken) {
        SortedMap<LayerId, Usd> charges = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            charges.put(layer, Usd.ZERO);
        }
        taken.forEach((candidate, units) -> charges.merge(candidate.layer(),
                OrderCharges.flow(candidate, units, picture.settings().fees()), Usd::plus));
        return charges;
    }

    private SortedMap<LayerId, List<Breach>> breaches(List<PlannedOrder> orders, SortedMap<LayerId, Usd> charges) {
        SortedMap<LayerId, List<Breach>> breaches = new TreeMap<>();
        Usd oneEach = Usd.ZERO;
        for (LayerId layer : LayerId.values()) {
            Usd unit = Usd.ZERO;
            for (PlannedOrder order : orders) {
                if (order.layer() == layer && order.worstCase().isPositive()) {
                    unit = unit.max(unit(order));
                    breaches.computeIfAbsent(layer, l -> new ArrayList<>()).addAll(check(order));
                }
            }
            oneEach = oneEach.plus(unit);
        }
        List<Breach> whole = PreTrade.plan(charges.values().stream().reduce(Usd.ZERO, Usd::plus),
                assessment.budget().available(), assessment.budget().capTotal(), oneEach, Usd.ZERO, input.account());
        breaches.values().forEach(list -> list.addAll(whole));
        return breaches;
    }

    private List<Breach> check(PlannedOrder order) {
        var found = new ArrayList<>(OrderShape.check(order.effect(), order.legs(), order.quantity(),
                Orders.owned(order, input.ledger().lots())));
        var bought = order.legs().get(order.legs().size() - 1).key();
        long days = ChronoUnit.DAYS.between(picture.today(),
                new Expiries(picture.calendar()).lastTradeDate(bought));
        boolean extension = order.effect() == Effect.OPEN && !order.closesLots().isEmpty();
        Usd cap = extension
                ? funds().values().stream().reduce(Usd.ZERO, Usd::max)
                : assessment.budget().capTotal();
        found.addAll(PreTrade.order(order.worstCase(), unit(order), cap, Math.toIntExact(days)));
        return found;
    }

    private Usd unit(PlannedOrder order) {
        Usd fees = picture.settings().fees().reserve(order.legs().get(0).key().root(), order.legs().size());
        return order.ladder().last().cost(order.multiplier(), 1).plus(fees);
    }
}
