package alvh.planner.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.BookedEvent.IntentReserved;
import alvh.planner.ledger.BookedEvent.Marked;
import alvh.planner.ledger.BookedEvent.Settled;
import alvh.planner.ledger.Ledger.Applied;
import alvh.planner.ledger.Ledger.Closing;
import alvh.planner.ledger.Ledger.Intent;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/**
 * HEDGE lots and reservations from the intents and their executions: one lot per buying intent; sales take from the lots
 * that their intent names, in that order; settlement ends what is left (methodology 3.5).
 */
final class HedgeFold {

    static final String SETTLEMENT = "settlement";

    private final Words words;
    private final SortedMap<String, OpenLot> lots = new TreeMap<>();
    private final SortedMap<String, IntentReserved> reservations = new TreeMap<>();
    private final SortedMap<String, Usd> feesHeld = new TreeMap<>();
    private final SortedMap<InstrumentKey, Long> unmatched = new TreeMap<>();

    private HedgeFold(Words words) {
        this.words = words;
    }

    static HedgeFold of(Words words) {
        HedgeFold fold = new HedgeFold(words);
        SortedMap<String, List<Applied>> byIntent = fold.executionsByIntent();
        List<Intent> intents = words.intents().values().stream().sorted(Comparator.comparing(Intent::sequence))
                .toList();
        SortedMap<String, IntentFill> fills = new TreeMap<>();
        for (Intent intent : intents) {
            String id = intent.reserved().intentId();
            fills.put(id, IntentFill.of(intent.reserved(), byIntent.getOrDefault(id, List.of()), words));
            fold.open(intent, fills.get(id));
            fold.reserve(intent, fills.get(id));
        }
        intents.forEach(intent -> fold.sell(intent.reserved(), fills.get(intent.reserved().intentId())));
        fold.lots.values().forEach(fold::settle);
        fold.unmatched.values().removeIf(q -> q == 0);
        return fold;
    }

    /** An execution that names an intent not (yet) known charges nothing and shows as unmatched until it is. */
    private SortedMap<String, List<Applied>> executionsByIntent() {
        SortedMap<String, List<Applied>> byIntent = new TreeMap<>();
        for (Applied applied : words.executions().values()) {
            String intentId = applied.execution().intentId();
            if (intentId == null) {
                continue;
            }
            if (words.intents().containsKey(intentId)) {
                byIntent.computeIfAbsent(intentId, k -> new ArrayList<>()).add(applied);
            } else {
                unmatched.merge(applied.execution().key(),
                        applied.execution().side().sign() * applied.execution().quantity(), Long::sum);
            }
        }
        return byIntent;
    }

    private static List<Lot.LotLeg> openingLegs(IntentReserved intent) {
        return switch (intent.effect()) {
            case OPEN -> intent.legs();
            case CLOSE -> List.of();
            case ROLL -> intent.legs().stream().filter(leg -> leg.side() == Side.BUY).toList();
        };
    }

    private static List<Lot.LotLeg> closingLegs(IntentReserved intent) {
        return switch (intent.effect()) {
            case OPEN -> List.of();
            case CLOSE -> intent.legs();
            case ROLL -> intent.legs().stream().filter(leg -> leg.side() == Side.SELL).toList();
        };
    }

    private void open(Intent intent, IntentFill fill) {
        fill.unmatched().forEach((key, quantity) -> unmatched.merge(key, quantity, Long::sum));
        List<Lot.LotLeg> legs = openingLegs(intent.reserved());
        if (fill.packages() > 0 && !legs.isEmpty()) {
            OpenLot lot = OpenLot.hedge(intent, legs, fill.packages(), fill.cash(legs).negated(), fill.opened());
            lots.put(lot.start().lotId(), lot);
        }
    }

    private void reserve(Intent intent, IntentFill fill) {
        IntentReserved r = intent.reserved();
        long remaining = Math.max(0, r.quantity() - fill.packages());
        if (!intent.closed()) {
            reservations.put(r.intentId(), new IntentReserved(r.at(), r.intentId(), r.layer(), r.effect(), r.legs(),
                    r.quantity(), ceilPart(r.reserved(), remaining, r.quantity()), r.fees(), r.closesLots()));
        }
        long contracts = r.quantity() * r.legs().stream().mapToLong(Lot.LotLeg::ratio).sum();
        Usd held = ceilPart(r.fees(), Math.min(fill.unreported(), contracts), contracts);
        if (held.isPositive()) {
            feesHeld.put(r.intentId(), held);
        }
    }

    private static Usd ceilPart(Usd amount, long numerator, long denominator) {
        return amount.negated().part(numerator, denominator).negated();
    }

    private void sell(IntentReserved intent, IntentFill fill) {
        List<Lot.LotLeg> legs = closingLegs(intent);
        if (legs.isEmpty() || fill.packages() == 0) {
            return;
        }
        Parts parts = new Parts(fill.packages(), fill.cash(legs), Usd.ZERO);
        for (String lotId : inOrder(intent, legs)) {
            OpenLot lot = lots.get(lotId);
            long packages = Math.min(parts.left(), lot.open());
            if (packages > 0) {
                lot.close(fill.last(), intent.intentId(), packages, parts.take(packages), Lot.State.SOLD);
            }
        }
        for (Lot.LotLeg leg : legs) {
            unmatched.merge(leg.key(), leg.side().sign() * leg.ratio() * parts.left(), Long::sum);
        }
    }

    /** The named lots first, then any other of the same legs, oldest first. */
    private Set<String> inOrder(IntentReserved intent, List<Lot.LotLeg> closing) {
        List<OpenLot> fitting = lots.values().stream()
                .filter(lot -> HedgeLots.closes(closing, lot.start().legs())).toList();
        Set<String> ids = new LinkedHashSet<>();
        for (String named : intent.closesLots()) {
            fitting.stream().filter(lot -> lot.start().lotId().equals(named)).forEach(lot -> ids.add(named));
        }
        fitting.stream().sorted(Comparator.comparing((OpenLot lot) -> lot.start().opened())
                .thenComparing(lot -> lot.start().lotId())).forEach(lot -> ids.add(lot.start().lotId()));
        ids.remove("H." + intent.intentId());
        return ids;
    }

    private void settle(OpenLot lot) {
        Usd value = Usd.ZERO;
        Instant at = Instant.MIN;
        for (Lot.LotLeg leg : lot.start().legs()) {
            Settled settled = words.settlements().get(leg.key());
            if (settled == null) {
                return;
            }
            value = value.plus(settled.valuePerContract().times((long) leg.side().sign() * leg.ratio()));
            at = at.isAfter(settled.at()) ? at : settled.at();
        }
        if (lot.open() > 0) {
            Usd cash = value.times(lot.open());
            lot.close(at, SETTLEMENT, lot.open(), cash, cash.isZero() ? Lot.State.EXPIRED : Lot.State.SETTLED);
        }
    }

    List<Lot> lots() {
        List<Lot> finished = new ArrayList<>();
        for (OpenLot lot : lots.values()) {
            Marked mark = words.marks().get(lot.start().lotId());
            finished.add(mark == null ? lot.lot(new Price(0), 0) : lot.lot(mark.peak(), mark.rungs()));
        }
        return finished;
    }

    List<Closing> closings() {
        return lots.values().stream().flatMap(lot -> lot.closings().stream()).toList();
    }

    SortedMap<String, IntentReserved> reservations() {
        return reservations;
    }

    SortedMap<String, Usd> feesHeld() {
        return feesHeld;
    }

    SortedMap<InstrumentKey, Long> unmatched() {
        return unmatched;
    }

    /** An extension is bought with harvested gains and not charged to the budget (methodology 2.6 rule 2). */
    static boolean extension(IntentReserved intent) {
        return intent.effect() == Effect.OPEN && !intent.closesLots().isEmpty();
    }
}
