package alvh.planner.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import alvh.planner.budget.BudgetState;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.Candidate;
import alvh.planner.money.Usd;
import alvh.planner.plan.Refusal;
import alvh.planner.sizing.CandidateLine;

/**
 * The smallest whole bundle of preset alvh442: 2 + 2 + 1 contracts, the ratio 4:4:2. To the sizing program it is one line of
 * Base; what is taken of it is taken of its parts.
 *
 * @param parts contracts of each layer's line
 */
record Bundle(Candidate line, Map<Candidate, Integer> parts) {
    static final String ID = "L1 bundle";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    static int contracts(LayerId layer) {
        return switch (layer) {
            case BASE, ACCELERATION -> 2;
            case CONTINGENCY -> 1;
        };
    }

    /**
     * @param found plain buys of all layers, each layer's target strike first
     * @param refusals gets the reason when there is no bundle
     * @return null when a layer has no line, or when half of the budget does not pay for one bundle
     */
    static Bundle of(List<Candidate> found, BudgetState budget, List<Refusal> refusals) {
        Map<Candidate, Integer> parts = new LinkedHashMap<>();
        for (LayerId layer : LayerId.values()) {
            found.stream().filter(c -> c.layer() == layer && !c.isRoll() && c.fund() == null).findFirst()
                    .ifPresent(c -> parts.put(c, contracts(layer)));
        }
        if (parts.size() < LayerId.values().length) {
            refusals.add(new Refusal(Refusal.Code.NO_CANDIDATE, "bundle", "alvh442 buys whole bundles, and "
                    + missing(parts) + " has nothing to buy: none is bought"));
            return null;
        }
        Usd worst = worst(parts);
        long most = Math.max(0, budget.capTotal().share(HALF).minus(budget.spentFiveSessions()).e4()) / worst.e4();
        for (Map.Entry<Candidate, Integer> part : parts.entrySet()) {
            most = Math.min(most, Presets.mostInOneOrder(part.getKey().line().worstCase(), part.getValue(),
                    budget.capTotal()));
            most = Math.min(most, part.getKey().line().upper() / part.getValue());
        }
        if (most == 0) {
            refusals.add(tooDear(worst, budget));
            return null;
        }
        return new Bundle(line(parts, worst, (int) most), parts);
    }

    private static String missing(Map<Candidate, Integer> parts) {
        for (LayerId layer : LayerId.values()) {
            if (parts.keySet().stream().noneMatch(c -> c.layer() == layer)) {
                return layer.word();
            }
        }
        throw new IllegalStateException("no part is missing");
    }

    static Usd worst(Map<Candidate, Integer> parts) {
        Usd worst = Usd.ZERO;
        for (Map.Entry<Candidate, Integer> part : parts.entrySet()) {
            worst = worst.plus(part.getKey().line().worstCase().times(part.getValue()));
        }
        return worst;
    }

    private static Refusal tooDear(Usd worst, BudgetState budget) {
        BigDecimal half = budget.share().multiply(HALF);
        return new Refusal(Refusal.Code.BOOK_TOO_SMALL, "bundle",
                "the smallest bundle that keeps 4:4:2 is 2 + 2 + 1 calls "
                        + "and costs up to " + worst.text() + "; half of the budget of " + budget.capTotal().text()
                        + " is the most of five sessions (" + budget.spentFiveSessions().text()
                        + " spent), and no order may take more than 45 % of it. It needs about "
                        + Usd.of(worst.toDecimal().divide(half, 2, java.math.RoundingMode.CEILING)).text()
                        + " of premium, there is " + budget.premiumOpen().plus(budget.premiumRealised()).text()
                        + "; layers.preset: default buys single contracts");
    }

    private static Candidate line(Map<Candidate, Integer> parts, Usd worst, int most) {
        Candidate first = parts.keySet().iterator().next();
        int scenarios = first.line().valueByScenario().length;
        double[] values = new double[scenarios];
        double[] greeks = new double[first.line().greeks().length];
        double[] screen = new double[first.screen().length];
        double fill = 0;
        double calm = 0;
        Usd fees = Usd.ZERO;
        var legs = new ArrayList<LotLeg>();
        var words = new ArrayList<String>();
        for (Map.Entry<Candidate, Integer> part : parts.entrySet()) {
            CandidateLine line = part.getKey().line();
            int n = part.getValue();
            add(values, line.valueByScenario(), n);
            add(greeks, line.greeks(), n);
            add(screen, part.getKey().screen(), n);
            fill += n * line.expectedFill();
            calm += n * line.calmValue();
            fees = fees.plus(part.getKey().fees().times(n));
            part.getKey().buys().forEach(leg -> legs.add(new LotLeg(leg.key(), n, leg.side())));
            words.add(n + " " + part.getKey().words());
        }
        var line = new CandidateLine(ID, LayerId.BASE, legs, fill, worst, values, calm, most, List.of(),
                greeks, first.line().dte());
        return new Candidate(line, first.effect(), legs, List.of(), first.ladder(), null, first.quote(), null, fees,
                Usd.ZERO, null, null, screen, "bundle of " + String.join(" + ", words));
    }

    private static void add(double[] sums, double[] values, int n) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += n * values[i];
        }
    }
}
