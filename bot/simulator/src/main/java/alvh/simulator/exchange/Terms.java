package alvh.simulator.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.money.Price;

/**
 * What an order says beyond side, size and limit.
 *
 * @param trigger stop or touch price; of a trailing order its distance; null for none
 * @param trailPercent distance of a trailing order in percent, 0 when it is in points
 * @param trailStop the first stop of a trailing order, null to begin at its distance from the market
 * @param limitOffset of a trailing limit: limit less stop (buy), stop less limit (sell); null when a limit is given
 * @param method how the trigger looks at the market: 0 default, 2 last, 8 middle, others bid or ask
 * @param parentId order id of the parent, 0 for none
 * @param ocaType 1 cancels the group at the first fill, 2 and 3 reduce it
 * @param goodAfter null: at once
 * @param goodTill null: as the time in force says
 * @param conditionsCancel the conditions end the order instead of releasing it
 * @param ignoreRth conditions are watched outside regular hours as well
 * @param legPrices of a combo, one a leg, or none
 * @param words fields of the request that have no meaning here, by name, to be said again in openOrder
 */
public record Terms(OrderType type, Price trigger, double trailPercent, Price trailStop, Price limitOffset, int method,
        int parentId, String ocaGroup, int ocaType, Instant goodAfter, Instant goodTill, List<Condition> conditions,
        boolean conditionsCancel, boolean ignoreRth, String algo, List<Tag> algoParams, List<Tag> routing,
        List<Price> legPrices, Map<String, String> words) {

    /** A named value, as algorithms and combo routing have them. */
    public record Tag(String tag, String value) {}

    /** The ordinary group: what is filled of one is taken from the others. */
    public static final int REDUCE = 3;
    static final int CANCEL_ALL = 1;

    public Terms {
        conditions = List.copyOf(conditions);
        algoParams = List.copyOf(algoParams);
        routing = List.copyOf(routing);
        legPrices = List.copyOf(legPrices);
        words = Collections.unmodifiableMap(new TreeMap<>(words));
    }

    /** Nothing but a type. */
    public static Terms of(OrderType type) {
        return new Terms(type, null, 0, null, null, 0, 0, "", 0, null, null, List.of(), false, false, "", List.of(),
                List.of(), List.of(), Map.of());
    }

    public Terms triggered(Price at) {
        return new Terms(type, at, trailPercent, trailStop, limitOffset, method, parentId, ocaGroup, ocaType, goodAfter,
                goodTill, conditions, conditionsCancel, ignoreRth, algo, algoParams, routing, legPrices, words);
    }

    public Terms childOf(int parent) {
        return new Terms(type, trigger, trailPercent, trailStop, limitOffset, method, parent, ocaGroup, ocaType,
                goodAfter, goodTill, conditions, conditionsCancel, ignoreRth, algo, algoParams, routing, legPrices,
                words);
    }

    public Terms inGroup(String group, int kind) {
        return new Terms(type, trigger, trailPercent, trailStop, limitOffset, method, parentId, group, kind, goodAfter,
                goodTill, conditions, conditionsCancel, ignoreRth, algo, algoParams, routing, legPrices, words);
    }

    public Terms when(List<Condition> hold, boolean cancel) {
        return new Terms(type, trigger, trailPercent, trailStop, limitOffset, method, parentId, ocaGroup, ocaType,
                goodAfter, goodTill, hold, cancel, ignoreRth, algo, algoParams, routing, legPrices, words);
    }

    /** Whether anything but opening hours can keep it from the market. */
    boolean isGated() {
        return type.isTriggered() || type.isAtClose() || parentId != 0 || goodAfter != null || !conditions.isEmpty();
    }

    /** A routing tag that allows legs to fill one by one. */
    boolean isNonGuaranteed() {
        return routing.stream().anyMatch(tag -> tag.tag().equals("NonGuaranteed") && tag.value().equals("1"));
    }
}
