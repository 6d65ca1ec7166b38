package alvh.planner.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.layer.BuyGate;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.Certificate.Signature;
import alvh.planner.plan.Certificate.Signer;
import alvh.planner.risk.Breach;

/**
 * The approval chain of methodology 2.7: L1, L2 and L3 are signed in turn; L2 and L3 need L1's certificate, L3 above CORE
 * also L2's. A missing signature of RULE, BUDGET, RISK or DATA is a no.
 *
 * @param breaches by layer: what the pre-trade checks found
 * @param dataFaults by layer: why its data does not allow a decision; absent when it does
 * @param modelled false when nothing could be shocked and 4.5 sized the plan
 */
record Certifier(Instant asOf, SortedMap<LayerId, Level> levels, SortedMap<LayerId, BuyGate> gates, Usd available,
        Usd humanAbove, boolean deadlock, SortedMap<LayerId, List<Breach>> breaches,
        SortedMap<LayerId, String> dataFaults, boolean modelled) {
    private static final Duration LIFE = Duration.ofHours(24);

    /**
     * @param charges what each layer takes from the budget at worst
     * @param worstCase of all orders: what the approval asks a person about
     */
    List<Certificate> sign(SortedMap<LayerId, Usd> charges, Usd worstCase) {
        SortedMap<LayerId, Certificate> signed = new TreeMap<>();
        Usd left = available;
        for (LayerId layer : LayerId.values()) {
            Usd debit = charges.get(layer);
            left = left.minus(debit);
            List<Signature> signatures = new ArrayList<>(List.of(rule(layer, signed), budget(debit, left),
                    risk(layer), data(layer)));
            boolean valid = signatures.stream().allMatch(Signature::signed);
            signatures.add(human(worstCase));
            signed.put(layer, new Certificate(layer, signatures, asOf.plus(LIFE), valid));
        }
        return List.copyOf(signed.values());
    }

    private Signature rule(LayerId layer, SortedMap<LayerId, Certificate> signed) {
        Level level = levels.get(layer);
        if (level.thirds() == 0) {
            return new Signature(Signer.RULE, false, "the layer is " + level);
        }
        if (!gates.get(layer).open()) {
            return new Signature(Signer.RULE, false, gates.get(layer).because());
        }
        return switch (layer) {
            case BASE -> new Signature(Signer.RULE, true, "level " + level);
            case ACCELERATION -> needs(LayerId.BASE, level, signed);
            case CONTINGENCY -> deadlock && level == Level.CORE
                    ? new Signature(Signer.RULE, true, "Base has no chain: a person alone may approve the core")
                    : contingency(level, signed);
        };
    }

    /** Above CORE it needs Acceleration's certificate too; without it, it is signed for its core and sized as that. */
    private static Signature contingency(Level level, SortedMap<LayerId, Certificate> signed) {
        Signature base = needs(LayerId.BASE, level, signed);
        boolean second = signed.get(LayerId.ACCELERATION).valid();
        return !base.signed() || second || level.compareTo(Level.CORE) <= 0
                ? base
                : new Signature(Signer.RULE, true, "level " + level + " asks for Acceleration's certificate, which is "
                        + "missing: signed for CORE at most");
    }

    private static Signature needs(LayerId other, Level level, SortedMap<LayerId, Certificate> signed) {
        boolean valid = signed.get(other).valid();
        return new Signature(Signer.RULE, valid, valid
                ? "level " + level + ", " + other.word() + " is certified"
                : other.word() + " is not certified");
    }

    private static Signature budget(Usd debit, Usd left) {
        return new Signature(Signer.BUDGET, !left.isNegative(), debit.isZero()
                ? "nothing is spent"
                : "at most " + debit.text() + ", " + left.text() + " left after it");
    }

    private Signature risk(LayerId layer) {
        List<Breach> found = breaches.getOrDefault(layer, List.of());
        return found.isEmpty()
                ? new Signature(Signer.RISK, true, modelled
                        ? "shape, size, greeks and account within their limits"
                        : "shape, size and account within their limits; without the model greeks are unknown")
                : new Signature(Signer.RISK, false, found.get(0).limit() + ": " + found.get(0).because());
    }

    private Signature data(LayerId layer) {
        String fault = dataFaults.get(layer);
        return new Signature(Signer.DATA, fault == null, fault != null
                ? fault
                : modelled
                        ? "live, two-sided, fresh"
                        : "live, two-sided, fresh; by a surface younger than a session");
    }

    private Signature human(Usd worstCase) {
        if (deadlock) {
            return new Signature(Signer.HUMAN, false, "awaiting: Base has no chain, so a person alone may approve");
        }
        boolean needed = humanAbove != null && worstCase.compareTo(humanAbove) > 0;
        return new Signature(Signer.HUMAN, false, needed
                ? "awaiting: worst case " + worstCase.text() + ", a person is asked above " + humanAbove.text()
                : Certificate.IF_ASKED + "; not needed in auto mode up to "
                        + (humanAbove == null ? "any amount" : humanAbove.text()));
    }
}
