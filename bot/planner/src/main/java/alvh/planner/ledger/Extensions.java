package alvh.planner.ledger;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.BookedEvent.IntentReserved;
import alvh.planner.ledger.Ledger.Closing;
import alvh.planner.money.Usd;

/** How much of each harvested gain may still extend protection: half of it, less what it has paid for (2.6 rule 2). */
final class Extensions {
    private Extensions() {}

    /** By lot sold above cost; zero when its half is used. */
    static SortedMap<String, Usd> left(Ledger ledger) {
        SortedMap<String, Usd> left = new TreeMap<>();
        for (Closing closing : ledger.memory().closings()) {
            Usd gain = closing.cash().minus(closing.cost());
            if (gain.isPositive() && ledger.lots().get(closing.lotId()).owner() == Owner.HEDGE) {
                left.merge(closing.lotId(), gain, Usd::plus);
            }
        }
        left.replaceAll((lot, gain) -> gain.part(1, 2));
        for (Ledger.Intent intent : ledger.memory().intents().values()) {
            if (HedgeFold.extension(intent.reserved())) {
                charge(left, intent.reserved().closesLots(), paid(intent.reserved(), ledger));
            }
        }
        return left;
    }

    private static Usd paid(IntentReserved intent, Ledger ledger) {
        Lot bought = ledger.lots().get("H." + intent.intentId());
        Usd aside = HedgeCharges.setAside(intent, ledger);
        return bought == null ? aside : aside.plus(bought.cost());
    }

    private static void charge(SortedMap<String, Usd> left, List<String> lots, Usd amount) {
        Usd due = amount;
        for (String lot : lots) {
            Usd has = left.getOrDefault(lot, Usd.ZERO);
            Usd taken = has.min(due);
            left.computeIfPresent(lot, (id, before) -> before.minus(taken));
            due = due.minus(taken);
        }
    }
}
