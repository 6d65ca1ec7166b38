package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;

/** What is held of one instrument, opened on one day; units leave it as structures take them. */
final class Holding {

    private final InstrumentKey key;
    private final Side side;
    private final LocalDate opened;
    private final Deque<Slice> slices = new ArrayDeque<>();

    /** @param opened New York date, null when unknown */
    Holding(InstrumentKey key, Side side, LocalDate opened) {
        this.key = key;
        this.side = side;
        this.opened = opened;
    }

    void add(Lot lot) {
        slices.add(new Slice(lot, lot.openQuantity()));
    }

    InstrumentKey key() {
        return key;
    }

    Side side() {
        return side;
    }

    LocalDate opened() {
        return opened;
    }

    boolean isShort(Right right) {
        return side == Side.SELL && key.isOption() && key.right() == right;
    }

    boolean isLong(Right right) {
        return side == Side.BUY && key.isOption() && key.right() == right;
    }

    long units() {
        return slices.stream().mapToLong(Slice::units).sum();
    }

    /** Takes units away, oldest lot first. */
    List<Slice> take(long units) {
        List<Slice> taken = new ArrayList<>();
        for (long left = units; left > 0;) {
            Slice first = slices.remove();
            long used = Math.min(left, first.units());
            taken.add(new Slice(first.lot(), used));
            if (used < first.units()) {
                slices.addFirst(new Slice(first.lot(), first.units() - used));
            }
            left -= used;
        }
        return taken;
    }
}
