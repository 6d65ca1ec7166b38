package alvh.planner.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.layer.BuyGate;
import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.LayerDecisions;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.LineModel;
import alvh.planner.line.Picture;
import alvh.planner.plan.Refusal;

/** The gates and throttles of the three layers today, and the layer table (methodology 2.2). */
public record Gates(SortedMap<LayerId, BuyGate> gates, List<LayerDecision> decisions) {

    /**
     * @param forwards VIX forward of the expiry that each layer would buy, NaN when unknown
     * @param model where VVIX comes from
     * @param restSince trade date of the rung sale that rests buys, or null
     */
    static Gates of(Assessment assessment, Picture picture, SortedMap<LayerId, Double> forwards,
            LocalDate restSince, LineModel model) {
        SortedMap<LayerId, BuyGate> gates = new TreeMap<>();
        var decisions = new ArrayList<LayerDecision>();
        for (LayerId layer : LayerId.values()) {
            BuyGate gate = BuyGate.of(forwards.get(layer), model.vvix(), assessment.signals(),
                    restSince, picture.today(), picture.calendar());
            if (!model.scenarios() && gate.open()) {
                gate = proven(gate, forwards.get(layer), model.vvix());
            }
            gates.put(layer, gate);
            decisions.add(Presets.words(picture.settings().preset(), LayerDecisions.of(layer, assessment.stored(),
                    assessment.levels().get(layer), assessment.signals(), gate)));
        }
        return new Gates(gates, decisions);
    }

    /** The tightest throttle of the layers: what a bundle of all three may use. */
    int throttlePercent() {
        return gates.values().stream().mapToInt(BuyGate::throttlePercent).min().orElse(0);
    }

    /** Without the model a gate that cannot be asked is closed. */
    private static BuyGate proven(BuyGate gate, double forward, double vvix) {
        String unknown = !(vvix > 0)
                ? "VVIX, nor any VIX smile to tell it from"
                : !(forward > 0) ? "live forward" : null;
        return unknown == null
                ? gate
                : new BuyGate(BuyGate.Reason.NO_VIX, 0, "no " + unknown + ": the gates cannot be asked, nothing is "
                        + "bought");
    }

    static Refusal.Code code(BuyGate.Reason reason) {
        return switch (reason) {
            case OPEN -> Refusal.Code.NO_LINE_FITS;
            case NO_VIX -> Refusal.Code.DATA_MISSING;
            case VVIX_ABOVE_140 -> Refusal.Code.VVIX_ABOVE_140;
            case FORWARD_ABOVE_50 -> Refusal.Code.FORWARD_ABOVE_50;
            case AFTER_HARVEST_REST -> Refusal.Code.AFTER_HARVEST_REST;
            case EVENT_BLACKOUT -> Refusal.Code.EVENT_BLACKOUT;
        };
    }

    /**
     * Levels as sizing may use them: Contingency stays at its core while Acceleration cannot be certified, because it is
     * armed only or its gate is closed (2.7).
     */
    SortedMap<LayerId, Level> usable(SortedMap<LayerId, Level> levels) {
        SortedMap<LayerId, Level> usable = new TreeMap<>(levels);
        boolean second = levels.get(LayerId.ACCELERATION).thirds() > 0 && gates.get(LayerId.ACCELERATION).open();
        if (!second) {
            capContingency(usable);
        }
        return usable;
    }

    static void capContingency(SortedMap<LayerId, Level> levels) {
        levels.computeIfPresent(LayerId.CONTINGENCY,
                (layer, level) -> level.compareTo(Level.CORE) > 0 ? Level.CORE : level);
    }
}
