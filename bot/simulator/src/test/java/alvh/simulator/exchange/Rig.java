package alvh.simulator.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.market.Market;
import alvh.simulator.market.MarketLine;
import alvh.simulator.market.Tape;
import alvh.simulator.market.WorldSpec;
import alvh.simulator.market.Worlds;

/** An exchange on a demo market that tests drive by hand; every output is kept. */
final class Rig {

    static final InstrumentKey CALL = InstrumentKey.option("VIX", LocalDate.of(2026, 4, 15), Right.CALL, 23_000);
    static final InstrumentKey PUT_570 = InstrumentKey.option("XSP", LocalDate.of(2026, 5, 29), Right.PUT, 570_000);
    static final InstrumentKey PUT_560 = InstrumentKey.option("XSP", LocalDate.of(2026, 5, 29), Right.PUT, 560_000);
    static final int CLIENT = 17;

    final Exchange exchange;
    final List<ExchangeOutput> all = new ArrayList<>();
    private int nextId = 1;

    Rig(WorldSpec spec) {
        exchange = Exchange.open(Market.open(spec));
        all.addAll(exchange.opening());
    }

    static Rig empty() {
        return new Rig(Worlds.empty());
    }

    List<ExchangeOutput> step(ExchangeInput input) {
        List<ExchangeOutput> outputs = exchange.step(input);
        all.addAll(outputs);
        return outputs;
    }

    /** Holds prices and pins the call's quote, so that a test knows the market. */
    Rig pinned(double bid, double ask, int size) {
        step(new ExchangeInput.World(new MarketLine.Pin(CALL, bid, ask, size, size)));
        return this;
    }

    int conId(InstrumentKey key) {
        return exchange.market().catalogue().byKey(key).orElseThrow().conId();
    }

    Tape tape(InstrumentKey key) {
        return exchange.market().tape(key);
    }

    Ticket ticket(InstrumentKey key, Side side, int quantity, String limit) {
        return new Ticket("", "test", side, quantity, limit == null ? null : Price.of(limit), Ticket.Tif.DAY,
                List.of(new Ticket.Leg(conId(key), 1, Side.BUY)), false, false);
    }

    Ticket spread(Side side, int quantity, String limit) {
        return new Ticket("", "spread", side, quantity, Price.of(limit), Ticket.Tif.DAY,
                List.of(new Ticket.Leg(conId(PUT_570), 1, Side.BUY), new Ticket.Leg(conId(PUT_560), 1, Side.SELL)),
                false, false);
    }

    /** @return the outputs of placing it */
    List<ExchangeOutput> place(Ticket ticket) {
        return step(new ExchangeInput.Place(CLIENT, nextId++, ticket));
    }

    int lastId() {
        return nextId - 1;
    }

    BookedOrder last() {
        List<BookedOrder> orders = of(all, ExchangeOutput.OrderChanged.class).stream()
                .map(ExchangeOutput.OrderChanged::order).toList();
        return orders.get(orders.size() - 1);
    }

    List<ExchangeOutput> seconds(int n) {
        List<ExchangeOutput> outputs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            outputs.addAll(step(new ExchangeInput.Tick(exchange.market().now().plusSeconds(1))));
        }
        return outputs;
    }

    List<ExchangeOutput> until(Instant at) {
        return step(new ExchangeInput.Tick(at));
    }

    int held(InstrumentKey key) {
        return exchange.positions().stream().filter(p -> p.key().equals(key)).mapToInt(Position::quantity).sum();
    }

    static <T extends ExchangeOutput> List<T> of(List<ExchangeOutput> outputs, Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
