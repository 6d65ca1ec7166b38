package alvh.simulator.exchange;

import java.util.List;
import java.util.SplittableRandom;

import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.Tape;
import alvh.simulator.market.Worlds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Two weeks of random trading: no cent appears or is lost, no fill is outside its quote, the facts tell everything. */
class ConservationTest {

    private static final int STEPS = 400;
    private static final int LONGEST_PAUSE_SECONDS = 25_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLost(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rig rig = new Rig(Worlds.demo().withSeed(seed));
        Usd start = invariant(rig.exchange);
        List<Listing> tradable = rig.exchange.market().catalogue().all().stream().filter(Listing::isOption).toList();
        for (int i = 0; i < STEPS; i++) {
            act(rig, random, tradable);
            assertThat(invariant(rig.exchange)).isEqualTo(start);
        }
        assertThat(rig.exchange.market().date()).isAfter("2026-03-20");
        assertThat(Rig.of(rig.all, ExchangeOutput.Executed.class)).hasSizeGreaterThan(30);
        assertThat(Rig.of(rig.all, ExchangeOutput.Settled.class)).isNotEmpty();
        Exchange again = Exchange.resume(Market.open(Worlds.demo().withSeed(seed)),
                rig.all.stream().filter(ExchangeOutput::isFact).toList());
        assertThat(again.positions()).isEqualTo(rig.exchange.positions());
        assertThat(again.openOrders()).isEqualTo(rig.exchange.openOrders());
        assertThat(again.values().realisedPnl()).isEqualTo(rig.exchange.values().realisedPnl());
    }

    /** Cash and what positions cost, less what was realised: only deposits could change it. */
    private static Usd invariant(Exchange exchange) {
        Usd cost = exchange.positions().stream().map(Position::cost).reduce(Usd.ZERO, Usd::plus);
        return exchange.values().cash().plus(cost).minus(exchange.values().realisedPnl());
    }

    private static void act(Rig rig, SplittableRandom random, List<Listing> tradable) {
        Listing listing = tradable.get(random.nextInt(tradable.size()));
        switch (random.nextInt(4)) {
            case 0 -> order(rig, random, listing);
            case 1 -> {
                List<Position> held = rig.exchange.positions();
                Position position = held.get(random.nextInt(held.size()));
                if (position.key().isOption()) {
                    order(rig, random, rig.exchange.market().catalogue().byKey(position.key()).orElseThrow());
                }
            }
            case 2 -> rig.step(new ExchangeInput.Cancel(Rig.CLIENT, 1 + random.nextInt(Math.max(1, rig.lastId()))));
            default -> rig.until(rig.exchange.market().now().plusSeconds(1 + random.nextInt(LONGEST_PAUSE_SECONDS)));
        }
    }

    /** One order in three waits: for a trigger, for a parent, in a group; or lives shorter or longer than a day. */
    private static Ticket varied(Rig rig, SplittableRandom random, Ticket plain) {
        return switch (random.nextInt(12)) {
            case 0 -> plain.with(Terms.of(OrderType.STP_LMT).triggered(plain.limit()));
            case 1 -> plain.with(Terms.of(OrderType.LIT).triggered(plain.limit()));
            case 2 -> plain.with(Terms.of(OrderType.LMT).childOf(Math.max(1, rig.lastId())));
            case 3 -> plain.with(Terms.of(OrderType.LMT).inGroup("G" + random.nextInt(3), 1 + random.nextInt(3)));
            default -> new Ticket(plain.account(), plain.orderRef(), plain.side(), plain.quantity(), plain.limit(),
                    Ticket.Tif.values()[random.nextInt(10) < 8 ? 0 : random.nextBoolean() ? 1 : 4], plain.legs(),
                    false, false);
        };
    }

    private static void order(Rig rig, SplittableRandom random, Listing listing) {
        Tape tape = rig.tape(listing.key());
        if (!tape.twoSided()) {
            return;
        }
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        double limit = tape.bid() + random.nextDouble() * (tape.ask() - tape.bid()) * 1.2;
        Price price = rig.exchange.market().catalogue().grid(listing).down(Price.of(Math.rint(limit * 100) / 100));
        if (price.e4() <= 0) {
            return;
        }
        Ticket ticket = rig.ticket(listing.key(), side, 1 + random.nextInt(5), price.toString());
        List<ExchangeOutput> outputs = rig.place(varied(rig, random, ticket));
        for (ExchangeOutput.Executed e : Rig.of(outputs, ExchangeOutput.Executed.class)) {
            assertThat(e.execution().price().toDouble()).isBetween(tape.bid(), tape.ask());
        }
    }
}
