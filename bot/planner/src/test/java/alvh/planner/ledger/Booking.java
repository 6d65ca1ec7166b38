package alvh.planner.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/** Writes booked events the way a trader would say them; the clock moves a second with each. */
public final class Booking {

    public static final InstrumentKey VIX20 = InstrumentKey.of("VIX   260415C00020000");
    public static final InstrumentKey VIX22 = InstrumentKey.of("VIX   260520C00022000");
    public static final InstrumentKey XSP570 = InstrumentKey.of("XSP   260529P00570000");
    public static final InstrumentKey XSP560 = InstrumentKey.of("XSP   260529P00560000");

    private final List<BookedEvent> events = new ArrayList<>();
    private Instant now;

    public Booking(String start) {
        now = Instant.parse(start);
    }

    public Booking at(String time) {
        now = Instant.parse(time);
        return this;
    }

    public Booking add(BookedEvent event) {
        events.add(event);
        now = now.plusSeconds(1);
        return this;
    }

    public Booking buyIntent(String id, LayerId layer, InstrumentKey key, long quantity, String reserved) {
        return intent(id, layer, Effect.OPEN, List.of(new Lot.LotLeg(key, 1, Side.BUY)), quantity, reserved, List.of());
    }

    public Booking sellIntent(String id, LayerId layer, InstrumentKey key, long quantity, String... lots) {
        return intent(id, layer, Effect.CLOSE, List.of(new Lot.LotLeg(key, 1, Side.SELL)), quantity, "0",
                List.of(lots));
    }

    public Booking intent(String id, LayerId layer, Effect effect, List<Lot.LotLeg> legs, long quantity,
            String reserved, List<String> lots) {
        return add(new BookedEvent.IntentReserved(now, id, layer, effect, legs, quantity, Usd.of(reserved), lots));
    }

    public Booking closed(String id) {
        return add(new BookedEvent.IntentClosed(now, id));
    }

    /** @param intent null for somebody else's trade */
    public Booking fill(String exec, int revision, String intent, InstrumentKey key, Side side, long quantity,
            String price) {
        return add(new BookedEvent.Executed(now, exec, revision, intent, 7, key, side, quantity, Price.of(price),
                key.isOption() ? 100 : 1));
    }

    public Booking fee(String exec, InstrumentKey key, String amount) {
        return add(new BookedEvent.Commission(now, exec, 1, key, Usd.of(amount)));
    }

    public Booking holding(InstrumentKey key, long quantity, String averageCost) {
        return add(new BookedEvent.HoldingSeeded(now, key, quantity, Usd.of(averageCost)));
    }

    public Booking settled(InstrumentKey key, String value) {
        return add(new BookedEvent.Settled(now, key, Usd.of(value)));
    }

    public List<BookedEvent> events() {
        return List.copyOf(events);
    }

    public Ledger ledger() {
        Ledger ledger = Ledger.EMPTY;
        for (BookedEvent event : events) {
            ledger = LedgerFold.apply(ledger, event);
        }
        return ledger;
    }
}
