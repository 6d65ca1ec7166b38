package alvh.simulator.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;

/** What keeps an accepted order from the market: its parent, a time, conditions, a trigger, the wait for the close. */
final class Gates {

    /** When orders for the close begin to work. */
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private final Market market;
    private final Account account;
    private final Watch watch;

    Gates(Market market, Account account, Watch watch) {
        this.market = market;
        this.account = account;
        this.watch = watch;
    }

    /** The order with its stage as it is now. */
    BookedOrder advance(BookedOrder order, Touch touch) {
        Terms terms = order.ticket().terms();
        if (!terms.isGated()) {
            return order;
        }
        boolean waitsForParent = !order.stage().released() && parentIsMissing(order);
        boolean released = order.stage().released() || !waitsForParent && isTime(terms) && conditions(order, touch);
        BookedOrder next = released && touch.open() ? trigger(order, touch) : order;
        boolean asleep = terms.type().isTriggered() && !next.stage().triggered();
        List<String> held = new ArrayList<>();
        if (waitsForParent) {
            held.add("child");
        }
        if (asleep) {
            held.add("trigger");
        }
        return next.with(new Stage(released, next.stage().triggered(), next.stage().stop(), String.join(",", held),
                order.stage().cancels()));
    }

    /** Whether nothing but opening hours keeps it back. */
    boolean letsThrough(BookedOrder order) {
        Terms terms = order.ticket().terms();
        return !terms.isGated() || order.stage().released()
                && (!terms.type().isTriggered() || order.stage().triggered())
                && (!terms.type().isAtClose() || isClosing(order));
    }

    /** Conditions that end the order hold. */
    boolean callsOff(BookedOrder order, Touch touch) {
        Terms terms = order.ticket().terms();
        return terms.conditionsCancel() && !terms.conditions().isEmpty() && (terms.ignoreRth() || touch.open())
                && watch.hold(order);
    }

    private boolean parentIsMissing(BookedOrder order) {
        int parent = order.ticket().terms().parentId();
        return parent != 0 && account.order(order.clientId(), parent)
                .filter(p -> p.status() == OrderStatus.FILLED).isEmpty();
    }

    private boolean isTime(Terms terms) {
        return terms.goodAfter() == null || !market.now().isBefore(terms.goodAfter());
    }

    private boolean conditions(BookedOrder order, Touch touch) {
        Terms terms = order.ticket().terms();
        boolean watched = terms.conditions().isEmpty() || terms.ignoreRth() || touch.open();
        return terms.conditionsCancel() || watched && watch.hold(order);
    }

    private boolean isClosing(BookedOrder order) {
        return order.ticket().legs().stream().map(leg -> market.catalogue().byConId(leg.conId()).orElseThrow())
                .map(Listing::key).allMatch(key -> {
                    Instant end = market.sessionEnd(key);
                    return !market.now().isBefore(end.minus(CLOSING));
                });
    }

    private BookedOrder trigger(BookedOrder order, Touch touch) {
        Terms terms = order.ticket().terms();
        if (!terms.type().isTriggered() || order.stage().triggered()) {
            return order;
        }
        boolean buys = order.ticket().side() == Side.BUY;
        boolean rises = buys == terms.type().isStop();
        double seen = seen(terms, touch, rises == terms.type().isStop());
        Price stop = terms.type().isTrailing() ? trailed(order, buys, seen) : terms.trigger();
        if (stop == null) {
            return order; // no market yet from which to keep a distance
        }
        boolean reached = rises ? seen >= stop.toDouble() : seen <= stop.toDouble();
        Stage stage = order.stage();
        BookedOrder next = order.with(new Stage(stage.released(), reached,
                terms.type().isTrailing() ? stop : stage.stop(), stage.whyHeld(), stage.cancels()));
        boolean limited = reached && terms.type() == OrderType.TRAIL_LIMIT && terms.limitOffset() != null;
        if (!limited) {
            return next;
        }
        long offset = (buys ? 1 : -1) * terms.limitOffset().e4();
        return next.with(next.ticket().limited(new Price(stop.e4() + offset)), next.accepted(), next.expires());
    }

    /** A rising trigger of a stop looks at the ask, a falling one at the bid; a touch order at what it would pay. */
    private static double seen(Terms terms, Touch touch, boolean atAsk) {
        return switch (terms.method()) {
            case 2, 3 -> touch.tapes().size() == 1 ? touch.tapes().get(0).last() : touch.middle().toDouble();
            case 8 -> touch.middle().toDouble();
            default -> atAsk ? touch.ask() : touch.bid();
        };
    }

    /** Follows the market at its distance, never back. */
    private static Price trailed(BookedOrder order, boolean buys, double seen) {
        Terms terms = order.ticket().terms();
        Price before = order.stage().stop() != null ? order.stage().stop() : terms.trailStop();
        if (Double.isNaN(seen)) {
            return before;
        }
        double distance = terms.trailPercent() > 0
                ? Math.abs(seen) * terms.trailPercent() / 100
                : terms.trigger().toDouble();
        Price now = Price.of(Math.rint((buys ? seen + distance : seen - distance) * 100) / 100);
        boolean better = before == null || (buys ? now.e4() < before.e4() : now.e4() > before.e4());
        return better ? now : before;
    }
}
