package alvh.daemon.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.daemon.desk.OrderTruth;
import alvh.planner.ledger.Lot;
import alvh.planner.market.AccountKind;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/** The truth of the tests: orders, executions and positions at the broker, whatever the daemon believes. */
final class TinyBroker {

    static final String ACCOUNT = "DUSIM0001";
    static final int CLIENT = 17;

    /** One order as the broker has it. */
    static final class Order {
        final OrderRequest request;
        final long permId;
        final int clientId;
        String status = "PreSubmitted";
        final Map<InstrumentKey, Long> legFilled = new LinkedHashMap<>();

        Order(OrderRequest request, long permId, int clientId) {
            this.request = request;
            this.permId = permId;
            this.clientId = clientId;
        }

        boolean open() {
            return switch (status) {
                case "Filled", "Cancelled", "Rejected" -> false;
                default -> true;
            };
        }

        long filled() {
            long least = Long.MAX_VALUE;
            for (Lot.LotLeg leg : request.legs()) {
                least = Math.min(least, legFilled.getOrDefault(leg.key(), 0L) / leg.ratio());
            }
            return least;
        }
    }

    final List<Order> orders = new ArrayList<>();
    final List<Event.ExecutionSeen> executions = new ArrayList<>();
    final List<Event.CommissionSeen> commissions = new ArrayList<>();
    final SortedMap<InstrumentKey, Long> positions = new TreeMap<>();
    boolean executionsEnded = true;
    boolean readOnly;
    private long nextPermId = 900_001;
    private int nextExecution = 1;

    Order accept(OrderRequest request) {
        Order order = new Order(request, nextPermId++, CLIENT);
        orders.add(order);
        return order;
    }

    Order byRef(String ref) {
        return orders.stream().filter(o -> o.request.orderRef().equals(ref)).reduce((a, b) -> b).orElseThrow();
    }

    Order last() {
        return orders.getLast();
    }

    /** Executes whole packages, leg by leg; returns the words in the order in which they come. */
    List<Event> fill(Order order, long packages, Price price, Instant at) {
        List<Event> words = new ArrayList<>();
        for (Lot.LotLeg leg : order.request.legs()) {
            words.addAll(fillLeg(order, leg, packages * leg.ratio(), legPrice(order, leg, price), at));
        }
        words.add(statusOf(order));
        return words;
    }

    /** The first bought leg of a combo carries its net price and ten cents, the other one ten cents. */
    private static Price legPrice(Order order, Lot.LotLeg leg, Price price) {
        if (order.request.legs().size() == 1) {
            return price;
        }
        return leg.side() == Side.BUY ? price.plus(Price.of("10.00")) : Price.of("10.00");
    }

    List<Event> fillLeg(Order order, Lot.LotLeg leg, long contracts, Price price, Instant at) {
        String execId = String.format(Locale.ROOT, "0001f4e8.%06d.01.01", nextExecution++);
        Event.ExecutionSeen execution = new Event.ExecutionSeen(execId, order.request.orderId(), order.clientId,
                order.permId, order.request.orderRef(), ACCOUNT, leg.key(), false, leg.side(), contracts, price, 100,
                at);
        executions.add(execution);
        positions.merge(leg.key(), leg.side().sign() * contracts, Long::sum);
        order.legFilled.merge(leg.key(), contracts, Long::sum);
        Event.CommissionSeen commission = new Event.CommissionSeen(execId,
                Usd.of(leg.key().root().equals("XSP") ? "0.73" : "1.02").times(contracts));
        commissions.add(commission);
        order.status = order.filled() == order.request.quantity()
                ? "Filled"
                : order.open() ? "Submitted" : order.status;
        return List.of(execution, commission);
    }

    /** A trade of somebody else in the account. */
    Event.ExecutionSeen foreign(InstrumentKey key, Side side, long quantity, Price price, Instant at) {
        String execId = String.format(Locale.ROOT, "0002aaaa.%06d.01.01", nextExecution++);
        Event.ExecutionSeen execution = new Event.ExecutionSeen(execId, 0, 0, nextPermId++, "", ACCOUNT, key, false,
                side,
                quantity, price, 100, at);
        executions.add(execution);
        positions.merge(key, side.sign() * quantity, Long::sum);
        return execution;
    }

    /** Empty when it is no longer open: too late. */
    List<Event> cancel(Order order) {
        if (!order.open()) {
            return List.of(new Event.OrderError(order.request.orderId(), 10148, "cannot be cancelled, state: Filled"));
        }
        order.status = "Cancelled";
        return List.of(statusOf(order), new Event.OrderError(order.request.orderId(), 202, "Order Canceled - reason:"));
    }

    Event.StatusSeen statusOf(Order order) {
        return new Event.StatusSeen(order.request.orderId(), order.clientId, order.permId, order.status, order.filled(),
                order.request.quantity() - order.filled());
    }

    Event.OrderSeen seen(Order order) {
        return new Event.OrderSeen(order.request.orderId(), order.clientId, order.permId, order.request.orderRef(),
                ACCOUNT, order.request.legs().stream().map(Lot.LotLeg::key).toList(), order.request.side(),
                order.request.quantity(), order.request.limit(), order.status, order.filled(),
                order.request.quantity() - order.filled());
    }

    AccountSnapshot account(Instant at) {
        List<AccountSnapshot.Position> held = positions.entrySet().stream().filter(p -> p.getValue() != 0)
                .map(p -> new AccountSnapshot.Position(p.getKey(), p.getValue(), Usd.ofDollars(75))).toList();
        return new AccountSnapshot(ACCOUNT, AccountKind.SIMULATED, at, Usd.ofDollars(180_000), Usd.ofDollars(50_000),
                Usd.ofDollars(120_000), false, held);
    }

    OrderTruth truth(Instant at) {
        List<Event.OrderSeen> open = orders.stream().filter(Order::open).map(this::seen).toList();
        List<Event.CompletedSeen> completed = orders.stream().filter(o -> !o.open())
                .map(o -> new Event.CompletedSeen(o.permId, o.request.orderRef(), o.status, o.status, o.filled()))
                .toList();
        AccountSnapshot account = account(at);
        String digest = open.toString() + completed + executions + account.positions();
        return readOnly
                ? new OrderTruth(List.of(), List.of(), executions, commissions, account, executionsEnded, true, digest)
                : new OrderTruth(open, completed, executions, commissions, account, executionsEnded, false, digest);
    }
}
