package alvh.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.LedgerFold;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlannedOrder;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.exchange.Execution;
import alvh.simulator.exchange.Ticket;

/** Carries plans out on a simulated exchange, rung after rung, and books what the exchange says. */
final class PaperBroker {

    private static final int CLIENT = 17;
    private static final Duration RUNG = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofSeconds(5);

    private final Exchange exchange;
    private final List<BookedEvent> events = new ArrayList<>();
    private final Map<String, Execution> executions = new TreeMap<>();
    private Ledger ledger = Ledger.EMPTY;
    private int nextOrder = 1;

    PaperBroker(Exchange exchange) {
        this.exchange = exchange;
        exchange.positions().forEach(p -> book(new BookedEvent.HoldingSeeded(exchange.market().now(), p.key(),
                p.quantity(), MarketPicture.averageCost(p.cost(), p.quantity()))));
    }

    Ledger ledger() {
        return ledger;
    }

    void book(BookedEvent event) {
        events.add(event);
        ledger = LedgerFold.apply(ledger, event);
    }

    /** Moves exchange time on. */
    void until(Instant to) {
        take(exchange.step(new ExchangeInput.Tick(to)));
    }

    /** Sends the plan's orders in their order; what does not fill on its ladder is given up. */
    void carryOut(HedgePlan plan) {
        for (PlannedOrder order : plan.orders()) {
            String intent = plan.hash().substring(0, 12) + "-" + order.step();
            boolean sale = order.effect() == BookedEvent.Effect.CLOSE;
            book(new BookedEvent.IntentReserved(now(), intent, order.layer(), order.effect(), order.legs(),
                    order.quantity(), sale ? alvh.planner.money.Usd.ZERO : order.worstCase(), order.fees(),
                    order.closesLots()));
            int left = Math.toIntExact(order.quantity());
            for (Price limit : order.ladder().rungs()) {
                left = left == 0 ? 0 : left - attempt(order, intent, limit, left);
            }
            book(new BookedEvent.IntentClosed(now(), intent));
        }
    }

    private int attempt(PlannedOrder order, String intent, Price limit, int quantity) {
        List<Ticket.Leg> legs = order.legs().stream().map(leg -> new Ticket.Leg(
                exchange.market().catalogue().byKey(leg.key()).orElseThrow().conId(), leg.ratio(),
                legSide(order, leg))).toList();
        Side side = legs.size() == 1 ? order.legs().getFirst().side() : Side.BUY;
        int id = nextOrder++;
        take(exchange.step(new ExchangeInput.Place(CLIENT, id,
                new Ticket(exchange.account(), intent, side, quantity, limit, Ticket.Tif.DAY, legs, false, false))));
        Instant end = now().plus(RUNG);
        while (working(id) && now().isBefore(end)) {
            until(now().plus(STEP));
        }
        if (working(id)) {
            take(exchange.step(new ExchangeInput.Cancel(CLIENT, id)));
        }
        return executions.values().stream().filter(e -> e.orderId() == id && (legs.size() == 1 || e.isCombo()))
                .mapToInt(Execution::quantity).sum();
    }

    private static Side legSide(PlannedOrder order, Lot.LotLeg leg) {
        return order.legs().size() == 1 ? Side.BUY : leg.side();
    }

    private boolean working(int id) {
        return exchange.openOrders().stream().anyMatch(o -> o.orderId() == id);
    }

    private Instant now() {
        return exchange.market().now();
    }

    private void take(List<ExchangeOutput> outputs) {
        for (ExchangeOutput output : outputs) {
            switch (output) {
                case ExchangeOutput.Executed e -> executed(e.execution());
                case ExchangeOutput.CommissionReported c -> {
                    Execution of = executions.get(c.execId());
                    book(new BookedEvent.Commission(c.at(), of.stem(), 1, of.key(), c.commission()));
                }
                case ExchangeOutput.Corrected c -> throw new AssertionError("no correction was asked for: " + c);
                case ExchangeOutput.Settled s -> throw new AssertionError("nothing settles in these days: " + s);
                case ExchangeOutput.Opened o -> other();
                case ExchangeOutput.OrderChanged o -> other();
                case ExchangeOutput.PositionChanged p -> other();
                case ExchangeOutput.CashChanged c -> other();
                case ExchangeOutput.MarketTold m -> other();
                case ExchangeOutput.ClockSet c -> other();
                case ExchangeOutput.Notice n -> other();
                case ExchangeOutput.WhatIf w -> other();
            }
        }
    }

    private void executed(Execution e) {
        executions.put(e.execId(), e);
        if (!e.isCombo()) {
            book(new BookedEvent.Executed(e.at(), e.stem(), 1, e.orderRef(), e.permId(), e.key(), e.side(),
                    e.quantity(), e.price(), 100));
        }
    }

    /** Facts that the ledger does not need. */
    private static void other() {}
}
