package alvh.planner.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.BookedEvent.Commission;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.BookedEvent.Executed;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static alvh.planner.ledger.Booking.VIX20;
import static alvh.planner.ledger.Booking.VIX22;
import static alvh.planner.ledger.Booking.XSP560;
import static alvh.planner.ledger.Booking.XSP570;
import static org.assertj.core.api.Assertions.assertThat;

/** Thousands of seeded histories: repeats, late words and corrections change nothing, and nothing is lost. */
class LedgerPropertyTest {

    private static final int HISTORIES = 400;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Instant OPEN = Instant.parse("2026-03-10T14:15:00Z");

    /** A random day: buys, partial fills, sales, a spread, trades of others. */
    private static List<BookedEvent> day(Random random) {
        List<BookedEvent> events = new ArrayList<>();
        List<String> lots = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Instant at = OPEN.plusSeconds(60L * i);
            String id = "I" + i;
            switch (random.nextInt(4)) {
                case 0 -> {
                    lots.add("H." + id);
                    order(events, random, at, id, Effect.OPEN, List.of(new Lot.LotLeg(VIX20, 1, Side.BUY)), List.of());
                }
                case 1 -> order(events, random, at, id, Effect.OPEN, List.of(new Lot.LotLeg(XSP570, 1, Side.BUY),
                        new Lot.LotLeg(XSP560, 1, Side.SELL)), List.of());
                case 2 -> order(events, random, at, id, Effect.CLOSE, List.of(new Lot.LotLeg(VIX20, 1, Side.SELL)),
                        List.copyOf(lots));
                default -> execute(events, random, at, "m" + i, null, VIX22,
                        random.nextBoolean() ? Side.BUY : Side.SELL, 1 + random.nextInt(3));
            }
        }
        return events;
    }

    private static void order(List<BookedEvent> events, Random random, Instant at, String id, Effect effect,
            List<Lot.LotLeg> legs, List<String> lots) {
        long quantity = 1 + random.nextInt(4);
        Usd reserved = effect == Effect.OPEN ? Usd.ofDollars(200 * quantity) : Usd.ZERO;
        events.add(new BookedEvent.IntentReserved(at, id, LayerId.BASE, effect, legs, quantity, reserved,
                Usd.ofDollars(quantity), lots));
        for (Lot.LotLeg leg : legs) {
            long left = random.nextInt(5) == 0 ? random.nextInt((int) quantity + 1) : quantity;
            for (int part = 0; left > 0; part++) {
                long filled = 1 + random.nextInt((int) left);
                execute(events, random, at.plusSeconds(part), id + "." + part, id, leg.key(), leg.side(), filled);
                left -= filled;
            }
        }
        if (random.nextBoolean()) {
            events.add(new BookedEvent.IntentClosed(at.plusSeconds(30), id));
        }
    }

    private static void execute(List<BookedEvent> events, Random random, Instant at, String exec, String intent,
            InstrumentKey key, Side side, long quantity) {
        events.add(
                new Executed(at, exec, 1, intent, 7, key, side, quantity, new Price(100L * (1 + random.nextInt(300))),
                        100));
        if (random.nextInt(4) > 0) {
            events.add(new Commission(at.plusSeconds(1), exec, 1, key, new Usd(random.nextInt(30_000))));
        }
    }

    private static Ledger fold(List<BookedEvent> events) {
        Ledger ledger = Ledger.EMPTY;
        for (BookedEvent event : events) {
            ledger = LedgerFold.apply(ledger, event);
        }
        return ledger;
    }

    @Test
    void P17_repeatedEventsChangeNothing() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<BookedEvent> events = day(random);
            List<BookedEvent> repeated = new ArrayList<>();
            for (BookedEvent event : events) {
                repeated.add(event);
                while (random.nextInt(3) == 0) {
                    repeated.add(repeated.get(random.nextInt(repeated.size())));
                }
            }
            assertThat(fold(repeated)).as("seed %d", seed).isEqualTo(fold(events));
            assertThat(LedgerFold.applyAll(Ledger.EMPTY, repeated)).as("seed %d", seed).isEqualTo(fold(events));
        }
    }

    @Test
    void P17_lateCommissionsAndCorrectionsEndInTheSameLots() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<BookedEvent> events = day(new Random(seed));
            List<BookedEvent> late = new ArrayList<>();
            List<BookedEvent> last = new ArrayList<>();
            for (BookedEvent event : events) {
                if (event instanceof Executed e) {
                    late.add(new Executed(e.at(), e.execBase(), 0, e.intentId(), e.permId(), e.key(), e.side(),
                            e.quantity() + 1, new Price(9_999), e.multiplier()));
                    last.add(e);
                } else if (event instanceof Commission) {
                    last.add(event);
                } else {
                    late.add(event);
                }
            }
            late.addAll(last);
            assertThat(fold(late).lots()).as("seed %d", seed).isEqualTo(fold(events).lots());
            assertThat(fold(late).reserved()).as("seed %d", seed).isEqualTo(fold(events).reserved());
        }
    }

    @Test
    void P05_everyCentAndContractIsAccountedFor() {
        int whole = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<BookedEvent> events = day(new Random(seed));
            Ledger ledger = fold(events);
            assertThat(ledger.positions()).as("seed %d", seed).isEqualTo(netted(events));
            HedgeCharges charges = HedgeCharges.of(ledger, DAY, TradingCalendar.nyse());
            assertThat(charges.cumHedge().isNegative()).isFalse();
            assertThat(charges.unrecovered()).isGreaterThanOrEqualTo(charges.reserved());
            if (ledger.memory().unmatched().isEmpty()) {
                whole++;
                assertThat(cashOfLots(ledger)).as("seed %d", seed).isEqualTo(cashOfFills(events));
            }
            for (Lot lot : ledger.lots().values()) {
                assertThat(lot.credited()).isLessThanOrEqualTo(lot.cost().minus(lot.openCost()).max(Usd.ZERO));
            }
        }
        assertThat(whole).as("histories without unmatched legs").isGreaterThan(HISTORIES / 20);
    }

    private static SortedMap<InstrumentKey, Long> netted(List<BookedEvent> events) {
        SortedMap<InstrumentKey, Long> net = new TreeMap<>();
        for (BookedEvent event : events) {
            if (event instanceof Executed e) {
                net.merge(e.key(), e.side().sign() * e.quantity(), Long::sum);
            }
        }
        net.values().removeIf(q -> q == 0);
        return net;
    }

    private static Usd cashOfFills(List<BookedEvent> events) {
        Usd cash = Usd.ZERO;
        for (BookedEvent event : events) {
            if (event instanceof Executed e) {
                cash = cash.plus(new Usd(-e.side().sign() * e.price().e4() * 100 * e.quantity()));
            } else if (event instanceof Commission c) {
                cash = cash.minus(c.amount());
            }
        }
        return cash;
    }

    private static Usd cashOfLots(Ledger ledger) {
        Usd cash = Usd.ZERO;
        for (Lot lot : ledger.lots().values()) {
            cash = cash.minus(lot.cost()).plus(lot.proceeds());
        }
        return cash;
    }
}
