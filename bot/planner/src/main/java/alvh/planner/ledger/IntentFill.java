package alvh.planner.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.BookedEvent.Executed;
import alvh.planner.ledger.BookedEvent.IntentReserved;
import alvh.planner.ledger.Ledger.Applied;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;

/**
 * What an intent's executions add up to: whole packages (the minimum over its legs), charged from leg executions in the
 * order in which they came; legs outside whole packages are unmatched and charge nothing (reliability 5.1 g).
 *
 * @param packages whole packages filled
 * @param legs one entry per leg of the intent, in its order
 * @param unmatched signed contracts outside whole packages
 * @param unreported contracts of whole packages whose commission has not been reported
 * @param opened time of the first execution, null without packages; {@code last} the last one in whole packages
 */
record IntentFill(long packages, List<LegFill> legs, SortedMap<InstrumentKey, Long> unmatched, long unreported,
        Instant opened, Instant last) {

    /** Net cash of one leg over the whole packages, commissions so far inside; received positive. */
    record LegFill(Lot.LotLeg leg, Usd cash, long unreported, Instant first, Instant last) {}

    static IntentFill of(IntentReserved intent, List<Applied> executions, Words words) {
        List<Applied> inOrder = executions.stream().sorted(
                Comparator.comparing((Applied a) -> a.execution().at()).thenComparing(Applied::sequence)).toList();
        long packages = Long.MAX_VALUE;
        for (Lot.LotLeg leg : intent.legs()) {
            packages = Math.min(packages, filled(leg, inOrder) / leg.ratio());
        }
        SortedMap<InstrumentKey, Long> unmatched = new TreeMap<>();
        inOrder.forEach(a -> unmatched.merge(a.execution().key(),
                a.execution().side().sign() * a.execution().quantity(), Long::sum));
        List<LegFill> legs = new ArrayList<>();
        for (Lot.LotLeg leg : intent.legs()) {
            long contracts = packages * leg.ratio();
            unmatched.merge(leg.key(), -leg.side().sign() * contracts, Long::sum);
            legs.add(fill(leg, inOrder, contracts, words));
        }
        unmatched.values().removeIf(q -> q == 0);
        return new IntentFill(packages, legs, unmatched, legs.stream().mapToLong(LegFill::unreported).sum(),
                legs.stream().map(LegFill::first).min(Comparator.naturalOrder()).orElseThrow(),
                legs.stream().map(LegFill::last).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static boolean matches(Lot.LotLeg leg, Executed execution) {
        return execution.key().equals(leg.key()) && execution.side() == leg.side();
    }

    private static long filled(Lot.LotLeg leg, List<Applied> executions) {
        return executions.stream().map(Applied::execution).filter(e -> matches(leg, e))
                .mapToLong(Executed::quantity).sum();
    }

    private static LegFill fill(Lot.LotLeg leg, List<Applied> executions, long contracts, Words words) {
        Usd cash = Usd.ZERO;
        long wanted = contracts;
        long unreported = 0;
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (Applied applied : executions) {
            Executed e = applied.execution();
            if (!matches(leg, e) || wanted == 0 || e.quantity() == 0) {
                continue;
            }
            long taken = Math.min(wanted, e.quantity());
            Usd commission = words.commission(e);
            unreported += commission == null ? taken : 0;
            Usd price = e.price().cost(e.multiplier(), e.quantity()).times(-e.side().sign());
            cash = cash.plus(new Parts(e.quantity(), price, commission == null ? Usd.ZERO : commission).take(taken));
            wanted -= taken;
            first = first.isBefore(e.at()) ? first : e.at();
            last = last.isAfter(e.at()) ? last : e.at();
        }
        return new LegFill(leg, cash, unreported, first, last);
    }

    /** Net cash over legs on the given sides. */
    Usd cash(List<Lot.LotLeg> some) {
        Usd sum = Usd.ZERO;
        for (LegFill fill : legs) {
            sum = some.contains(fill.leg()) ? sum.plus(fill.cash()) : sum;
        }
        return sum;
    }
}
