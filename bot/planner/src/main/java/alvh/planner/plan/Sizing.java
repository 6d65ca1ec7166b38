package alvh.planner.plan;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.Expiries;
import alvh.planner.money.Usd;
import alvh.planner.risk.Breach;
import alvh.planner.risk.OrderShape;
import alvh.planner.risk.PreTrade;
import alvh.planner.sizing.ExactSizer;
import alvh.planner.sizing.SizingProblem;
import alvh.planner.sizing.SizingSolution;

/**
 * Sizing and the certificates (methodology 2.7, 4.2): solve, sign L1, L2, L3 in turn; a certificate that fails drops its
 * own lines and those of every layer that needs it, and sizing runs once more.
 */
final class Sizing {
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

    /** What sizing came to. */
    record Result(SizingProblem problem, SizingSolution solution, List<Limits.Row> rows,
            Map<Candidate, Integer> taken, List<PlannedOrder> orders, List<Certificate> certificates,
            double shadowPrice, List<Refusal> dropped) {

        Result dropping(List<Refusal> refusals) {
            return new Result(problem, solution, rows, taken, orders, certificates, shadowPrice, refusals);
        }
    }

    Sizing(PlanningInput input, Picture picture, Assessment assessment, Gates gates, HeldLots held, BookRisk book,
            HedgeNow hedge, List<Candidate> candidates, SortedMap<LayerId, String> dataFaults, boolean deadlock) {
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
    }

    Result run() {
        SortedMap<LayerId, Level> levels = gates.usable(assessment.levels());
        SortedSet<LayerId> closed = new TreeSet<>();
        Result first = solve(levels, closed);
        for (Certificate certificate : first.certificates()) {
            if (!certificate.valid()) {
                drop(certificate.layer(), closed, levels);
            }
        }
        boolean affected = first.orders().stream().anyMatch(o -> o.worstCase().isPositive()
                && (closed.contains(o.layer()) || !levels.equals(gates.usable(assessment.levels()))));
        return affected ? solve(levels, closed).dropping(refusals(first.certificates())) : first;
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

    private Result solve(SortedMap<LayerId, Level> levels, SortedSet<LayerId> closed) {
        List<Limits.Row> rows = Limits.of(book, hedge, held, assessment.premium().open(),
                input.account().netLiquidation(), picture);
        SizingProblem problem = SizingInputs.of(candidates, book, hedge, held, assessment.budget(),
                new SizingInputs.Permissions(levels, gates.gates(), closed, funds(), deadlock), rows, picture);
        SizingProblem funded = SizingInputs.within(problem, PreTrade.spendable(input.account()));
        SizingSolution solution = ExactSizer.solve(funded);
        Map<Candidate, Integer> taken = taken(funded, solution);
        List<PlannedOrder> orders = Orders.of(held, taken, picture,
                new OrderReasons(assessment, gates, levels, taken));
        SortedMap<LayerId, Usd> charges = charges(funded, solution);
        List<Certificate> certificates = new Certifier(input.market().asOf(), levels, gates.gates(),
                assessment.budget().available(), picture.settings().humanAboveUsd(), deadlock,
                breaches(orders, charges), dataFaults).sign(charges);
        double shadow = candidates.isEmpty() ? Double.NaN : ExactSizer.shadowPrice(funded, solution);
        return new Result(funded, solution, rows, taken, orders, certificates, shadow, List.of());
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
                taken.put(byId.get(problem.lines().get(j).line().id()), solution.units()[j]);
            }
        }
        return taken;
    }

    /** What each layer takes from the budget at worst: of a roll the new debit less what its sale credits. */
    private static SortedMap<LayerId, Usd> charges(SizingProblem problem, SizingSolution solution) {
        SortedMap<LayerId, Usd> charges = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            charges.put(layer, Usd.ZERO);
        }
        for (int j = 0; j < solution.units().length; j++) {
            charges.merge(problem.lines().get(j).layer(),
                    problem.lines().get(j).flowCharge().times(solution.units()[j]), Usd::plus);
        }
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
