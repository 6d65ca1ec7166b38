package alvh.planner.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

import alvh.planner.HedgePlanner;
import alvh.planner.company.Companies;
import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.Level;
import alvh.planner.layer.LevelFold;
import alvh.planner.layer.Regime;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.LedgerFold;
import alvh.planner.ledger.Lot;
import alvh.planner.market.AccountKind;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.OwnFiles;
import alvh.planner.plan.Past;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanningInput;
import alvh.planner.portfolio.BookTags;
import alvh.planner.signal.EventCalendar;

/**
 * A small synthetic account in a small synthetic market, for tests to read: credit spreads on a few names, a VIX curve, VIX,
 * XSP and SPX chains priced by Black-76. Change what a test is about, then ask for the input.
 */
public final class World {
    public static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);
    public final SyntheticMarket market = new SyntheticMarket();
    public final List<BookedEvent> events = new ArrayList<>();
    public HedgePlan.Kind kind = HedgePlan.Kind.DAILY;
    public HedgeSettings settings = HedgeSettings.DEFAULTS;
    public EventCalendar calendar = EventCalendar.NONE;
    public Companies companies = Companies.NONE;
    public BookTags tags = BookTags.NONE;
    public Past past = Past.NONE;
    public LayerLevels levels = LevelFold.initial();
    public Usd netLiquidation = Usd.ofDollars(182_450);
    public Usd cash = Usd.ofDollars(90_000);
    public Usd excess = Usd.ofDollars(120_000);
    public boolean cashAccount;
    AccountKind accountKind = AccountKind.SIMULATED;
    private int serial;

    /** The book of the demo: about $3,000 of open premium. */
    public static World demo() {
        var world = new World();
        LocalDate april = LocalDate.of(2026, 4, 17);
        LocalDate march = LocalDate.of(2026, 3, 20);
        world.market.name("AAPL", 221, 0.28, 1.2).name("NVDA", 126, 0.48, 1.7).name("JPM", 242, 0.26, 1.1)
                .name("KO", 71, 0.18, 0.5);
        world.spread("AAPL", april, Right.PUT, 205, 195, 3, "2.90", "0.86");
        world.spread("NVDA", april, Right.PUT, 118, 108, 5, "4.60", "2.12");
        world.spread("JPM", april, Right.PUT, 225, 215, 2, "2.70", "1.28");
        world.spread("JPM", april, Right.CALL, 260, 270, 2, "2.60", "1.15");
        world.spread("KO", march, Right.CALL, 74, 77, 4, "0.72", "0.15");
        return world;
    }

    /** One put spread with little premium. */
    public static World small() {
        var world = new World();
        world.market.name("KO", 71, 0.18, 0.5);
        world.spread("KO", LocalDate.of(2026, 4, 17), Right.PUT, 68, 65, 1, "0.80", "0.30");
        return world;
    }

    /** A credit spread that was there when the bot first looked. */
    public World spread(String name, LocalDate expiry, Right right, int sold, int bought, long quantity, String soldAt,
            String boughtAt) {
        hold(InstrumentKey.option(name, expiry, right, sold * 1000L), -quantity, soldAt);
        return hold(InstrumentKey.option(name, expiry, right, bought * 1000L), quantity, boughtAt);
    }

    public World hold(InstrumentKey key, long quantity, String price) {
        events.add(new BookedEvent.HoldingSeeded(market.asOf().minusSeconds(86_400L * 20), key, quantity,
                Price.of(price).cost(key.isOption() ? 100 : 1, 1)));
        market.also(key);
        return this;
    }

    /** A hedge lot that an intent of ours bought some days ago. */
    public String bought(LayerId layer, List<Lot.LotLeg> legs, long quantity, String price, int daysAgo) {
        String intent = "T" + ++serial;
        Instant at = market.asOf().minusSeconds(86_400L * daysAgo);
        Usd fees = settings.fees().reserve(legs.get(0).key().root(), quantity * legs.size());
        Usd worst = Price.of(price).cost(100, quantity).plus(fees);
        events.add(new BookedEvent.IntentReserved(at, intent, layer, BookedEvent.Effect.OPEN, legs, quantity, worst,
                fees, List.of()));
        // The whole debit is booked on the long leg; the short leg of a spread fills at zero.
        for (int i = 0; i < legs.size(); i++) {
            Lot.LotLeg leg = legs.get(i);
            Price fill = leg.side() == Side.BUY ? Price.of(price) : Price.of("0");
            events.add(new BookedEvent.Executed(at, "E" + serial + "." + i, 1, intent, 1000 + serial, leg.key(),
                    leg.side(), quantity, fill, 100));
            events.add(new BookedEvent.Commission(at, "E" + serial + "." + i, 1, leg.key(), Usd.of("1.00")));
            market.also(leg.key());
        }
        events.add(new BookedEvent.IntentClosed(at, intent));
        return "H." + intent;
    }

    /** A part of a call lot sold by a harvest rung some days ago. */
    public World soldRung(String lotId, InstrumentKey key, LayerId layer, long quantity, String price, int daysAgo) {
        String intent = "S" + ++serial;
        Instant at = market.asOf().minusSeconds(86_400L * daysAgo);
        events.add(new BookedEvent.IntentReserved(at, intent, layer, BookedEvent.Effect.CLOSE,
                List.of(new Lot.LotLeg(key, 1, Side.SELL)), quantity, Usd.ZERO, Usd.of("4.00"), List.of(lotId)));
        events.add(new BookedEvent.Executed(at, "X" + serial, 1, intent, 2000 + serial, key, Side.SELL, quantity,
                Price.of(price), 100));
        events.add(new BookedEvent.Commission(at, "X" + serial, 1, key, Usd.of("4.00")));
        events.add(new BookedEvent.IntentClosed(at, intent));
        events.add(new BookedEvent.Marked(at, lotId, Price.of(price), 1));
        return this;
    }

    public String boughtCall(LayerId layer, LocalDate expiry, int strike, long quantity, String price,
            int daysAgo) {
        InstrumentKey key = InstrumentKey.option("VIX", expiry, Right.CALL, strike * 1000L);
        return bought(layer, List.of(new Lot.LotLeg(key, 1, Side.BUY)), quantity, price, daysAgo);
    }

    /** Levels as stored at yesterday's close, so that a test does not depend on the votes of a made-up history. */
    public World levels(Level base, Level acceleration, Level contingency) {
        var map = new TreeMap<LayerId, Level>();
        map.put(LayerId.BASE, base);
        map.put(LayerId.ACCELERATION, acceleration);
        map.put(LayerId.CONTINGENCY, contingency);
        LocalDate yesterday = TradingCalendar.nyse()
                .previous(market.asOf().atZone(TradingCalendar.NEW_YORK).toLocalDate());
        levels = new LayerLevels(yesterday, map,
                new LayerLevels.Memory(new TreeMap<>(), null, false, Regime.NORMAL, null, 0));
        return this;
    }

    public World preset(HedgeSettings.Preset preset) {
        settings = settings.withPreset(preset);
        return this;
    }

    /** So many put spreads of $50 premium each. */
    public static World book(int spreads) {
        World world = new World();
        world.market.name("KO", 71, 0.30, 1.0);
        world.spread("KO", LocalDate.of(2026, 3, 27), Right.PUT, 70, 66, spreads, "0.90", "0.40");
        return world.levels(Level.CORE, Level.ARMED, Level.CORE);
    }

    public World share(String share) {
        settings = settings.withShare(new java.math.BigDecimal(share));
        return this;
    }

    public World with(Consumer<World> change) {
        change.accept(this);
        return this;
    }

    public Ledger ledger() {
        return LedgerFold.applyAll(Ledger.EMPTY, events);
    }

    public AccountSnapshot account() {
        List<AccountSnapshot.Position> positions = ledger().positions().entrySet().stream()
                .map(e -> new AccountSnapshot.Position(e.getKey(), e.getValue(), Usd.ofDollars(1))).toList();
        return new AccountSnapshot("DUSIM0001", accountKind, market.asOf(), netLiquidation, cash, excess,
                cashAccount, positions);
    }

    public PlanningInput input() {
        return new PlanningInput(kind, market.snapshot(), account(), ledger(), levels,
                new OwnFiles(calendar, companies, tags), past, settings);
    }

    public PlanOutcome plan() {
        return HedgePlanner.plan(input());
    }

    public static Instant newYork(LocalDate date, int hour, int minute) {
        return date.atTime(LocalTime.of(hour, minute)).atZone(TradingCalendar.NEW_YORK).toInstant();
    }
}
