package alvh.simulator.exchange;

import java.util.List;
import java.util.function.Consumer;

import alvh.simulator.market.Market;

/** Orders that depend on each other: a parent and its children, and groups of which one fill takes from the others. */
final class Family {

    private final Account account;
    private final Floor floor;
    private final Market market;
    private final Consumer<ExchangeOutput> emit;

    Family(Account account, Floor floor, Market market, Consumer<ExchangeOutput> emit) {
        this.account = account;
        this.floor = floor;
        this.market = market;
        this.emit = emit;
    }

    /** Children of a parent that ended unfilled end with it. */
    void ended(BookedOrder parent) {
        children(parent).forEach(child -> floor.end(child, "Cancelled by System: parent order ended",
                "parent order was cancelled"));
    }

    /** @param order as it stands after the fill of so many units */
    void filled(BookedOrder order, int units) {
        int before = order.remaining() + units;
        for (BookedOrder other : group(order)) {
            boolean all = kind(order) == Terms.CANCEL_ALL || order.remaining() <= 0;
            int left = (int) ((long) other.remaining() * order.remaining() / Math.max(1, before));
            if (all || left < 1) {
                floor.end(other, "Cancelled by System: another order of its group filled",
                        "another order of its OCA group was filled");
            } else {
                emit.accept(new ExchangeOutput.OrderChanged(market.now(), other
                        .with(other.ticket().resized(other.filled() + left), other.accepted(), other.expires())));
            }
        }
        if (order.status() == OrderStatus.FILLED) {
            children(order).forEach(child -> floor.match(child.permId()));
        }
    }

    private List<BookedOrder> children(BookedOrder parent) {
        return account.working().stream().filter(order -> order.isChildOf(parent)).toList();
    }

    private static int kind(BookedOrder order) {
        int told = order.ticket().terms().ocaType();
        return told == 0 ? Terms.REDUCE : told;
    }

    /** The others of its named group; without a name, the other children of its parent. */
    private List<BookedOrder> group(BookedOrder order) {
        String group = order.ticket().terms().ocaGroup();
        int parent = order.ticket().terms().parentId();
        if (group.isEmpty() && parent == 0) {
            return List.of();
        }
        return account.working().stream().filter(other -> other.permId() != order.permId())
                .filter(other -> group.isEmpty()
                        ? other.clientId() == order.clientId() && other.ticket().terms().parentId() == parent
                                && other.ticket().terms().ocaGroup().isEmpty()
                        : other.ticket().terms().ocaGroup().equals(group))
                .toList();
    }
}
