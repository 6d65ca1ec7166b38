package alvh.planner.layer;

import alvh.planner.ledger.LayerId;
import alvh.planner.signal.Signals;

/** One layer's decision of today from its stored level, the signals and its gate. */
public final class LayerDecisions {
    private LayerDecisions() {}

    public static LayerDecision of(LayerId layer, LayerLevels stored, Level now, Signals signals, BuyGate gate) {
        Level before = LevelFold.stored(stored, layer);
        return new LayerDecision(layer, before, now, gate.open() && now.thirds() > 0, gate.throttlePercent(),
                gate.because(), LayerWords.because(layer, before, now, signals), LayerWords.next(layer, now, signals));
    }
}
