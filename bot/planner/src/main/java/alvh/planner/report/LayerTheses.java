package alvh.planner.report;

import alvh.planner.ledger.LayerId;

/**
 * Why a hedge lot is bought and what would prove it wrong (methodology 1.3, 2.3 to 2.5): its layer's rule, the same for each
 * lot of the layer and never rewritten while one is held.
 */
final class LayerTheses {
    private LayerTheses() {}

    static String thesis(LayerId layer) {
        return switch (layer) {
            case BASE ->
                "short-dated VIX calls pay several times their cost in the first days of a crash, while premium "
                        + "is open that a crash would take";
            case ACCELERATION ->
                "protection over some months is cheap at a complacent top, and breadth or momentum that "
                        + "rolls over says it may be needed";
            case CONTINGENCY -> "long-dated VIX calls cover a stress that lasts, and hold harvested gains";
        };
    }

    static String invalidation(LayerId layer) {
        return switch (layer) {
            case BASE -> "no eligible premium for 5 closes, a rung reached, or its roll date without a crash";
            case ACCELERATION ->
                "no eligible premium for 5 closes, 60 % of its width or twice its cost reached, or its "
                        + "roll date without a fall";
            case CONTINGENCY -> "no eligible premium for 5 closes, a rung reached, or its roll date without lasting "
                    + "stress";
        };
    }
}
