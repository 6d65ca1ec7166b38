package alvh.simulator.exchange;

import java.time.Duration;
import java.time.Instant;

import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.market.Chance;

/**
 * When and how much an order fills. At the touch: at once, up to the displayed size, at the touch. Between middle and
 * touch: at its limit after a wait that grows with the distance from the touch, 1 to 15 seconds, at times in parts.
 * Worse than the middle: not. Pure: the same order at the same time in the same market fills the same.
 */
final class Matcher {

    private static final double SHORTEST_SECONDS = 1;
    private static final double LONGEST_SECONDS = 15;
    private static final double PARTIAL_CHANCE = 0.3;

    private final Chance chance;

    Matcher(Chance chance) {
        this.chance = chance;
    }

    /** What fills now; no units: nothing. */
    record Fill(int units, Price price) {

        static final Fill NONE = new Fill(0, new Price(0));
    }

    /** @param since when it was accepted or last filled, whichever is later */
    Fill match(BookedOrder order, Touch touch, Instant since, Instant now) {
        boolean buy = order.ticket().side() == Side.BUY;
        double at = buy ? touch.ask() : touch.bid();
        int size = buy ? touch.askSize() : touch.bidSize();
        if (!touch.open() || Double.isNaN(at) || size < 1) {
            return Fill.NONE;
        }
        boolean first = order.filled() == 0;
        double limit = order.ticket().isMarket() ? at : order.ticket().limit().toDouble();
        double beyond = buy ? limit - at : at - limit;
        if (beyond >= -1e-9) {
            boolean refreshed = first || Duration.between(since, now).toMillis() >= 1000;
            return refreshed ? new Fill(Math.min(order.remaining(), size), Price.of(at)) : Fill.NONE;
        }
        return touch.twoSided() ? inside(order, touch, -beyond, since, now) : Fill.NONE;
    }

    private Fill inside(BookedOrder order, Touch touch, double fromTouch, Instant since, Instant now) {
        double half = (touch.ask() - touch.bid()) / 2;
        double distance = fromTouch / half;
        if (distance > 1 + 1e-9) {
            return Fill.NONE;
        }
        double luck = 0.5 + chance.unit("wait " + order.permId(), order.filled());
        double seconds = Math.max(SHORTEST_SECONDS, Math.min(LONGEST_SECONDS, 1 + 12 * distance * luck));
        if (Duration.between(since, now).toMillis() < seconds * 1000) {
            return Fill.NONE;
        }
        return new Fill(units(order), order.ticket().limit());
    }

    private int units(BookedOrder order) {
        int left = order.remaining();
        boolean whole = left == 1 || order.ticket().isCombo()
                || chance.unit("part " + order.permId(), order.filled()) >= PARTIAL_CHANCE;
        return whole ? left : chance.between("size " + order.permId(), order.filled(), 1, left - 1);
    }
}
