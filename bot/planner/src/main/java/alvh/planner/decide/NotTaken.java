package alvh.planner.decide;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.layer.BuyGate;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.Candidate;
import alvh.planner.line.HeldLots;
import alvh.planner.line.LinePricer;
import alvh.planner.money.Usd;
import alvh.planner.plan.Refusal;
import alvh.planner.sizing.LayerRow;
import alvh.planner.sizing.WhyNot;

/** Everything that was not taken, each with its reason in words. */
final class NotTaken {
    private final Assessment assessment;
    private final Gates gates;
    private final List<Refusal> refusals = new ArrayList<>();

    NotTaken(Assessment assessment, Gates gates) {
        this.assessment = assessment;
        this.gates = gates;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    void layers() {
        for (LayerId layer : LayerId.values()) {
            Level level = assessment.levels().get(layer);
            BuyGate gate = gates.gates().get(layer);
            if (level == Level.OFF) {
                add(Refusal.Code.LAYER_OFF, layer.word(), byPreset(layer)
                        ? decision(layer).because()
                        : "no eligible premium");
            } else if (level == Level.ARMED) {
                add(Refusal.Code.LAYER_ARMED, layer.word(), decision(layer).because() + "; " + decision(layer).next());
            } else if (!gate.open()) {
                add(Gates.code(gate.reason()), layer.word(), gate.because());
            } else if (gate.throttlePercent() < 100) {
                add(Refusal.Code.THROTTLE, layer.word(), gate.because());
            }
        }
    }

    private boolean byPreset(LayerId layer) {
        return decision(layer).because().startsWith("preset ");
    }

    private alvh.planner.layer.LayerDecision decision(LayerId layer) {
        return gates.decisions().get(layer.ordinal());
    }

    void lines(Sizing.Result result, List<Candidate> candidates) {
        refusals.addAll(result.dropped());
        dueRolls(result, candidates);
        Map<String, Candidate> byId = new TreeMap<>();
        candidates.forEach(candidate -> byId.put(candidate.id(), candidate));
        for (WhyNot.Reason reason : WhyNot.of(result.problem(), result.solution().units())) {
            Candidate candidate = byId.get(reason.lineId());
            String unit = reason.unitsTaken() == 0 ? "" : ", unit " + (reason.unitsTaken() + 1);
            line(reason, candidate, candidate.layer().word() + " " + candidate.words() + unit, result);
        }
    }

    private void line(WhyNot.Reason reason, Candidate candidate, String subject, Sizing.Result result) {
        Usd worst = candidate.line().worstCase();
        switch (reason.row()) {
            case CLOSED -> {
                // The layer's own refusal has said it.
            }
            case BUDGET -> add(Refusal.Code.BUDGET_USED, subject, budget(candidate, result, worst));
            case LAYER -> add(Refusal.Code.LAYER_CAP, subject, layerCap(candidate, result));
            case PACING -> add(Refusal.Code.PACING, subject, "pacing: "
                    + assessment.budget().capTotal().part(1, 2).text() + " in 5 sessions, "
                    + assessment.budget().spentFiveSessions().text() + " spent, or one unit a layer");
            case CHAIN -> add(Refusal.Code.CERTIFICATE_MISSING, subject, "Base holds and buys nothing");
            case LIMIT -> limit(reason, candidate, subject, result);
            case LINES -> add(Refusal.Code.NO_LINE_FITS, subject, "a plan has at most four lines");
            case SIZE -> size(reason, candidate, subject);
            case ORDERS -> add(Refusal.Code.WEEKLY_ORDERS, subject,
                    "at most " + LayerRow.BUY_ORDERS + " buy orders a layer and week, rolls apart, and "
                            + LayerRow.MOST_HELD + " contracts held in a layer (S35, 2.3)");
            case NOT_BETTER -> add(Refusal.Code.NO_LINE_FITS, subject, result.modelled()
                    ? String.format(Locale.ROOT, "it would cost $%.2f more than it saves, by the objective",
                            Math.max(0, reason.worse()))
                    : "the layer's dollars of the plan without model do not buy it at " + worst.text());
        }
    }

    /** Row (8); of a roll the due contracts, and when they are all rolled there is nothing to say. */
    private void size(WhyNot.Reason reason, Candidate candidate, String subject) {
        if (candidate.isRoll() && reason.unitsTaken() >= candidate.rolled().due()) {
            return;
        }
        boolean rule = candidate.id().equals(Bundle.ID) || byPreset(candidate.layer());
        int displayed = Math.max(1, candidate.quote().size() / 4);
        String limit = candidate.line().upper() >= LinePricer.MOST
                ? "an order has at most " + LinePricer.MOST + " contracts"
                : candidate.line().upper() >= displayed
                        ? "a quarter of the displayed size is all that is taken"
                        : "an order takes at most 45 % of the " + (candidate.fund() == null ? "budget" : "gains")
                                + ", or one unit";
        add(Refusal.Code.NO_LINE_FITS, subject, rule
                ? "its rule, 45 % of the budget in one order and a quarter of the displayed size allow no more"
                : limit);
    }

    /** A roll that is due and of which nothing fits is worth a sentence of its own (3.6). */
    private void dueRolls(Sizing.Result result, List<Candidate> candidates) {
        SortedMap<String, String> due = new TreeMap<>();
        candidates.stream().filter(Candidate::isRoll).forEach(candidate -> due.put(candidate.rolled().key(),
                candidate.words().substring(0, candidate.words().indexOf(" into "))));
        result.taken().keySet().stream().filter(Candidate::isRoll)
                .forEach(candidate -> due.remove(candidate.rolled().key()));
        due.values().forEach(words -> add(Refusal.Code.NO_LINE_FITS, words,
                "its roll is due, but no unit of it fits: it runs to its floor"));
    }

    /** Row (2), or the row of the gains that would pay. */
    private static String budget(Candidate candidate, Sizing.Result result, Usd worst) {
        if (candidate.fund() != null) {
            return worst.text() + " a unit, " + candidate.fund().amount().text() + " of harvested gains may extend";
        }
        Usd flow = result.problem().flowSlack();
        Usd stock = result.problem().stockSlack();
        for (int j = 0; j < result.solution().units().length; j++) {
            int units = result.solution().units()[j];
            flow = flow.minus(result.problem().lines().get(j).flowCharge().times(units));
            stock = stock.minus(result.problem().lines().get(j).stockCharge().times(units));
        }
        return worst.text() + " a unit does not fit: " + flow.min(stock).max(Usd.ZERO).text()
                + " of the budget is left beside this plan";
    }

    /** Row (3). */
    private String layerCap(Candidate candidate, Sizing.Result result) {
        LayerId layer = candidate.layer();
        Usd left = result.problem().layers().get(layer).capLeft();
        Usd unit = candidate.line().worstCase();
        for (int j = 0; j < result.solution().units().length; j++) {
            var line = result.problem().lines().get(j);
            unit = line.line().id().equals(candidate.id()) ? line.layerCharge() : unit;
            if (line.layer() == layer) {
                left = left.minus(line.layerCharge().times(result.solution().units()[j]));
            }
        }
        return unit.text() + " a unit does not fit into the layer's share at level "
                + gates.usable(assessment.levels()).get(layer) + ": " + left.max(Usd.ZERO).text() + " is left of it";
    }

    private void limit(WhyNot.Reason reason, Candidate candidate, String subject, Sizing.Result result) {
        Limits.Row row = result.rows().stream().filter(r -> r.name().equals(reason.limit())).findFirst()
                .orElseThrow();
        double used = 0;
        for (Map.Entry<Candidate, Integer> taken : result.taken().entrySet()) {
            used += taken.getValue() * row.coefficient().of(taken.getKey());
        }
        add(row.code(), subject, String.format(Locale.ROOT, row.code() == Refusal.Code.LAYER_CAP
                ? "%s: a unit is %.0f, %.0f are left"
                : "%s: a unit uses $%.2f, $%.2f is left", row.name(),
                row.coefficient().of(candidate), Math.max(0, row.left()) - used));
    }

    /** Base's cheapest unit does not fit an empty layer: say what the book would have to earn (3.10, Q21). */
    void bookTooSmall(List<Candidate> candidates, HeldLots held) {
        Optional<Usd> cheapest = candidates.stream().filter(c -> c.layer() == LayerId.BASE && !c.isRoll())
                .map(c -> c.line().worstCase()).min(Usd::compareTo);
        Usd cap = assessment.budget().capTotal();
        boolean small = cheapest.isPresent() && held.heldOf(LayerId.BASE) == 0 && cheapest.get().compareTo(cap) > 0;
        if (small && assessment.premium().open().isPositive()) {
            Usd byFlow = needed(cheapest.get(), assessment.budget().share()).minus(assessment.premium().realised());
            Usd byStock = needed(cheapest.get(), assessment.budget().openShare());
            refusals.add(0,
                    new Refusal(Refusal.Code.BOOK_TOO_SMALL, "book", "book too small to hedge in whole contracts: "
                            + "the cheapest Base unit costs up to " + cheapest.get().text() + ", the budget is "
                            + cap.text()
                            + "; it needs about " + byFlow.max(byStock).text() + " of open eligible premium, there is "
                            + assessment.premium().open().text()));
        }
    }

    private static Usd needed(Usd cost, java.math.BigDecimal share) {
        return Usd.of(cost.toDecimal().divide(share, 2, RoundingMode.CEILING));
    }

    void add(Refusal.Code code, String subject, String because) {
        refusals.add(new Refusal(code, subject, because));
    }
}
