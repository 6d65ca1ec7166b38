package alvh.planner.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.BookedEvent.IntentReserved;
import alvh.planner.ledger.Ledger.Closing;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/**
 * What the hedge has cost, as methodology 3.4 and 3.5 count it on one trade date.
 *
 * @param cumHedge CumHedge: cost less credits of lots bought in the last 63 sessions or still open, plus reservations;
 *        never negative. Extensions paid from harvested gains are not in it
 * @param unrecovered cost less credits of open lots, plus reservations
 * @param reserved the reservations inside both
 * @param unrecoveredByLayer the same by layer, every layer present
 * @param harvestReserve proceeds above cost so far, less what extensions cost
 * @param spentFiveSessions debit of lots bought in the last five sessions, today included, plus reservations; of a roll
 *        the net debit
 * @param extendable by harvested lot: half of its gain less the extensions it has paid for
 */
public record HedgeCharges(Usd cumHedge, Usd unrecovered, Usd reserved, SortedMap<LayerId, Usd> unrecoveredByLayer,
        Usd harvestReserve, Usd spentFiveSessions, SortedMap<String, Usd> extendable) {

    public static final int EPOCH_SESSIONS = 63;
    public static final int PACING_SESSIONS = 5;

    public static HedgeCharges of(Ledger ledger, LocalDate today, TradingCalendar calendar) {
        Usd cum = Usd.ZERO;
        Usd unrecovered = Usd.ZERO;
        Usd spent = Usd.ZERO;
        Usd reserved = Usd.ZERO;
        SortedMap<LayerId, Usd> byLayer = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            byLayer.put(layer, Usd.ZERO);
        }
        for (Lot lot : chargedLots(ledger)) {
            Usd net = lot.cost().minus(lot.credited()).max(Usd.ZERO);
            int age = calendar.sessionsBetween(date(lot), today);
            cum = lot.open() || age < EPOCH_SESSIONS ? cum.plus(net) : cum;
            unrecovered = lot.open() ? unrecovered.plus(net) : unrecovered;
            spent = age < PACING_SESSIONS ? spent.plus(debit(lot, ledger)) : spent;
            byLayer.merge(lot.layer(), lot.open() ? net : Usd.ZERO, Usd::plus);
        }
        for (IntentReserved intent : chargedIntents(ledger)) {
            Usd aside = setAside(intent, ledger);
            reserved = reserved.plus(aside);
            byLayer.merge(intent.layer(), aside, Usd::plus);
        }
        return new HedgeCharges(cum.plus(reserved), unrecovered.plus(reserved), reserved, byLayer,
                harvestReserve(ledger), spent.plus(reserved), Extensions.left(ledger));
    }

    private static List<Lot> chargedLots(Ledger ledger) {
        return ledger.lots().values().stream()
                .filter(lot -> lot.owner() == Owner.HEDGE && !extension(lot, ledger)).toList();
    }

    private static List<IntentReserved> chargedIntents(Ledger ledger) {
        return ledger.memory().intents().values().stream().map(Ledger.Intent::reserved)
                .filter(intent -> !HedgeFold.extension(intent)).toList();
    }

    private static boolean extension(Lot lot, Ledger ledger) {
        Ledger.Intent intent = ledger.memory().intents().get(lot.intentId());
        return intent != null && HedgeFold.extension(intent.reserved());
    }

    /** What is still set aside for an intent: its open reservation, and fees awaiting their commission report. */
    static Usd setAside(IntentReserved intent, Ledger ledger) {
        IntentReserved open = ledger.reservations().get(intent.intentId());
        Usd fees = ledger.memory().feesHeld().getOrDefault(intent.intentId(), Usd.ZERO);
        return open == null ? fees : open.reserved().plus(fees);
    }

    private static LocalDate date(Lot lot) {
        return lot.opened().atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }

    private static Usd debit(Lot lot, Ledger ledger) {
        Usd debit = lot.cost();
        for (Closing closing : ledger.memory().closings()) {
            debit = closing.by().equals(lot.intentId()) ? debit.minus(closing.cash()) : debit;
        }
        return debit.max(Usd.ZERO);
    }

    private static Usd harvestReserve(Ledger ledger) {
        Usd reserve = Usd.ZERO;
        for (Closing closing : ledger.memory().closings()) {
            if (ledger.lots().get(closing.lotId()).owner() == Owner.HEDGE) {
                reserve = reserve.plus(closing.cash().minus(closing.cost()).max(Usd.ZERO));
            }
        }
        for (Ledger.Intent intent : ledger.memory().intents().values()) {
            if (HedgeFold.extension(intent.reserved())) {
                Lot bought = ledger.lots().get("H." + intent.reserved().intentId());
                reserve = reserve.minus(setAside(intent.reserved(), ledger));
                reserve = bought == null ? reserve : reserve.minus(bought.cost().minus(bought.credited()));
            }
        }
        return reserve.max(Usd.ZERO);
    }
}
