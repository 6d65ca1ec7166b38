package alvh.planner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.ledger.Owner;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.Conduct;

/**
 * Steward or promoter (methodology S32): the share of the hedge spend of 90 calendar days that no approved vote stands
 * behind. A lot of the engine carries the certificate of its plan; a VIX call or an index put spread bought by hand is a
 * BOOK lot and carries none.
 */
final class Stewardship {
    static final int DAYS = 90;
    static final double ALERT = 0.20;

    private Stewardship() {}

    static Conduct.Audit audit(Ledger ledger, LocalDate today) {
        Usd spent = Usd.ZERO;
        for (Lot lot : ledger.lots().values()) {
            boolean engine = lot.owner() == Owner.HEDGE && recent(lot, today);
            spent = engine ? spent.plus(lot.cost().max(Usd.ZERO)) : spent;
        }
        Usd unbacked = Usd.ZERO;
        var lots = new ArrayList<String>();
        for (ByHand bought : byHand(ledger)) {
            if (recent(bought.lot(), today)) {
                unbacked = unbacked.plus(bought.debit());
                lots.add(bought.lot().lotId());
            }
        }
        Usd all = spent.plus(unbacked);
        double index = all.isPositive() ? unbacked.toDouble() / all.toDouble() : Double.NaN;
        return new Conduct.Audit(all, unbacked, index, index > ALERT, lots);
    }

    /** A hedge instrument bought by hand; {@code debit} what it cost, of a spread less what its short leg brought. */
    record ByHand(Lot lot, Usd debit) {}

    /** In order of lot ids. Lots whose opening time is unknown are not among them. */
    static List<ByHand> byHand(Ledger ledger) {
        List<Lot> book = ledger.lots().values().stream()
                .filter(lot -> lot.owner() == Owner.BOOK && lot.opened() != null && lot.legs().size() == 1).toList();
        var found = new ArrayList<ByHand>();
        for (Lot lot : book) {
            if (side(lot) != Side.BUY) {
                continue;
            }
            if (vixCall(lot) && partner(lot, book, -1) == null) {
                found.add(new ByHand(lot, lot.cost().max(Usd.ZERO)));
            } else if (indexPut(lot)) {
                Lot lower = partner(lot, book, -1);
                if (lower != null && partner(lot, book, 1) == null) {
                    long pairs = Math.min(lot.quantity(), lower.quantity());
                    Usd debit = lot.cost().part(pairs, lot.quantity())
                            .plus(lower.cost().part(pairs, lower.quantity()));
                    found.add(new ByHand(lot, debit.max(Usd.ZERO)));
                }
            }
        }
        return found;
    }

    /** The sold leg of the same day, class and expiry with a lower (-1) or higher (1) strike, nearest first. */
    private static Lot partner(Lot bought, List<Lot> book, int above) {
        var key = bought.legs().get(0).key();
        return book.stream()
                .filter(other -> side(other) == Side.SELL && date(other).equals(date(bought)))
                .filter(other -> {
                    var sold = other.legs().get(0).key();
                    return sold.root().equals(key.root()) && sold.isOption() && sold.right() == key.right()
                            && sold.settlementDate().equals(key.settlementDate())
                            && Long.signum(sold.strikeMilli() - key.strikeMilli()) == above;
                })
                .min(Comparator.comparingLong(
                        (Lot other) -> Math.abs(other.legs().get(0).key().strikeMilli() - key.strikeMilli()))
                        .thenComparing(Lot::lotId))
                .orElse(null);
    }

    private static Side side(Lot lot) {
        return lot.legs().get(0).side();
    }

    static boolean vixCall(Lot lot) {
        var key = lot.legs().get(0).key();
        return key.isOption() && key.underlying().equals("VIX") && key.right() == Right.CALL;
    }

    private static boolean indexPut(Lot lot) {
        var key = lot.legs().get(0).key();
        return key.isOption() && (key.underlying().equals("SPX") || key.underlying().equals("XSP"))
                && key.right() == Right.PUT;
    }

    private static boolean recent(Lot lot, LocalDate today) {
        return lot.opened() != null && date(lot).isAfter(today.minusDays(DAYS));
    }

    private static LocalDate date(Lot lot) {
        return TradingCalendar.newYork(lot.opened());
    }
}
