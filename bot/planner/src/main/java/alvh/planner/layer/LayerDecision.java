package alvh.planner.layer;

import alvh.planner.ledger.LayerId;

/**
 * What a layer does today and by which number.
 *
 * @param before the stored level
 * @param now the level that this plan uses (steps up count at once)
 * @param buysAllowed false when a gate or throttle closes buys; then {@code gate} says which
 * @param throttlePercent 100, 50 or 0: the purchase throttle on the same-expiry forward
 * @param because one sentence: value, comparison, threshold
 * @param next what would have to change for the next step
 */
public record LayerDecision(LayerId layer, Level before, Level now, boolean buysAllowed, int throttlePercent,
        String gate,
        String because, String next) {}
