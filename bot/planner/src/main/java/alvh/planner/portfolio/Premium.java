package alvh.planner.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.HedgeCharges;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Ledger.Closing;
import alvh.planner.ledger.Lot;
import alvh.planner.ledger.Owner;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/**
 * The premium that may pay for hedges (methodology 3.3), to the cent.
 *
 * @param open P_open: sum of phi x credit x eligibility of the open structures
 * @param realised R: what structures closed in the last 63 sessions kept
 * @param averageCost some credit of {@code open} comes from the broker's average cost
 * @param closed the structures behind {@code realised}
 */
public record Premium(Usd open, Usd realised, boolean averageCost, List<Retained> closed) {

    /**
     * One closed structure (or the closed part of one).
     *
     * @param credit its net credit, negative for a debit trade
     * @param kept credit less what closing cost, before eligibility; negative when it lost
     * @param rolledInto id of an open structure of the same kind on the same name, opened on the day on which this one was
     *        closed: a roll (3.8); null when there is none
     */
    public record Retained(Structure structure, Usd credit, Usd kept, String rolledInto) {}

    /**
     * @param open the recognised open structures
     * @param netLosses R nets losers against winners, floored at 0 in total; else losers count as 0
     */
    public static Premium of(Ledger ledger, List<Structure> open, Recogniser recogniser, LocalDate today,
            TradingCalendar calendar, boolean netLosses) {
        Usd sum = Usd.ZERO;
        boolean average = false;
        for (Structure structure : open) {
            Usd eligible = structure.eligiblePremiumOpen();
            sum = sum.plus(eligible);
            average |= eligible.isPositive() && structure.source() == Lot.Source.AVGCOST;
        }
        Usd realised = Usd.ZERO;
        List<Retained> closed = new ArrayList<>();
        for (Found found : Grammar.of(closedParts(ledger, today, calendar), calendar)) {
            BigDecimal eligibility = recogniser.eligibilityClosed(found);
            Usd kept = found.netCredit().plus(proceeds(found));
            closed.add(new Retained(recogniser.closed(found), found.netCredit(), kept, successor(found, ledger, open)));
            Usd loss = netLosses && eligibility.signum() > 0 ? kept : Usd.ZERO;
            realised = realised.plus(kept.isNegative() ? loss : kept.share(eligibility));
        }
        return new Premium(sum, realised.max(Usd.ZERO), average, List.copyOf(closed));
    }

    /** With dividends of the epoch counted as premium kept ({@code drip.funds_budget}). */
    public Premium withDividends(Usd dividends) {
        return new Premium(open, realised.plus(dividends), averageCost, closed);
    }

    /** The structure that took the place of one that was closed, by underlying, kind and New York date; or null. */
    private static String successor(Found old, Ledger ledger, List<Structure> open) {
        LocalDate ended = null;
        for (Closing closing : ledger.memory().closings()) {
            boolean its = old.legs().stream().flatMap(leg -> leg.slices().stream())
                    .anyMatch(slice -> slice.lot().lotId().equals(closing.lotId()));
            LocalDate day = closing.at().atZone(TradingCalendar.NEW_YORK).toLocalDate();
            ended = its && (ended == null || day.isAfter(ended)) ? day : ended;
        }
        for (Structure next : open) {
            boolean sameKind = next.underlying().equals(old.underlying()) && next.type() == old.type();
            if (sameKind && next.opened() != null
                    && next.opened().atZone(TradingCalendar.NEW_YORK).toLocalDate().equals(ended)) {
                return next.id();
            }
        }
        return null;
    }

    /** What was closed in the epoch, as lots that hold just that, so that the same grammar reads them. */
    private static List<Lot> closedParts(Ledger ledger, LocalDate today, TradingCalendar calendar) {
        SortedMap<String, Lot> parts = new TreeMap<>();
        for (Closing closing : ledger.memory().closings()) {
            Lot lot = ledger.lots().get(closing.lotId());
            LocalDate date = closing.at().atZone(TradingCalendar.NEW_YORK).toLocalDate();
            if (lot.owner() == Owner.BOOK && calendar.sessionsBetween(date, today) < HedgeCharges.EPOCH_SESSIONS) {
                parts.merge(lot.lotId(), part(lot, closing.quantity(), closing.cost(), closing.cash()),
                        (a, b) -> part(lot, a.quantity() + b.quantity(), a.cost().plus(b.cost()),
                                a.proceeds().plus(b.proceeds())));
            }
        }
        return List.copyOf(parts.values());
    }

    private static Lot part(Lot lot, long quantity, Usd cost, Usd proceeds) {
        return new Lot(lot.lotId(), lot.owner(), lot.layer(), lot.intentId(), lot.source(), lot.opened(), lot.legs(),
                quantity, quantity, cost, lot.credited(), proceeds, lot.peak(), lot.rungs(), Lot.State.HOLD);
    }

    private static Usd proceeds(Found found) {
        Usd sum = Usd.ZERO;
        for (Found.FoundLeg leg : found.legs()) {
            for (Slice slice : leg.slices()) {
                sum = sum.plus(slice.lot().proceeds().part(slice.units(), slice.lot().quantity()));
            }
        }
        return sum;
    }
}
