package alvh.simulator.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;

/**
 * The joint market of one world: levels that move on a grid of exchange seconds while stocks trade, and everything
 * priced from them. One thread; equal specs and equal lines at equal times give equal markets, however often it is
 * asked.
 */
public final class Market {

    private static final int TOLD_DAYS = 10;
    private static final double CALM_OPEN = 0.0025;

    private final WorldSpec spec;
    private final Noise noise;
    private final Products products;
    private final Pricer pricer;
    private final Moves moves;
    private final Quoter quoter;
    private final Past past;
    private final Map<String, List<DailyBars.Bar>> bars;
    private final Map<LocalDate, ScriptedDay> scripted = new TreeMap<>();
    private final Desk desk = new Desk();
    private final Map<String, MarketTold> told = new TreeMap<>();
    private Board board;
    private Board previousClose;
    private Instant previousCloseAt;
    private Day day;
    private Instant now;
    private boolean held;
    private long heldSecond;
    private Catalogue catalogue;

    private record MarketTold(LocalDate on, double value) {}

    private Market(WorldSpec spec) {
        this.spec = spec;
        this.noise = new Noise(spec.seed());
        this.products = new Products(spec.names());
        this.pricer = new Pricer(spec);
        this.moves = new Moves(spec, noise);
        this.quoter = new Quoter(pricer, noise);
        this.board = Board.of(spec);
        this.now = spec.start();
        this.day = new Day(now.atZone(SessionCalendar.NEW_YORK).toLocalDate());
        spec.days().forEach(d -> scripted.put(d.date(), d));
        boolean over = day.phase == Day.Phase.BEFORE
                && !now.isBefore(Hours.at(day.date, SessionCalendar.stockClose(day.date)));
        boolean running = day.phase == Day.Phase.BEFORE && !over && !now.isBefore(Hours.open(day.date));
        LocalDate last = over ? day.date : SessionCalendar.previous(day.date);
        this.previousClose = running ? closeBefore() : board.copy();
        this.previousCloseAt = Hours.at(last, SessionCalendar.stockClose(last));
        this.past = new Past(spec, noise, last, previousClose);
        this.bars = new TreeMap<>(past.make());
        if (over) {
            day.phase = Day.Phase.AFTER;
        } else if (running) {
            startWithin();
        }
    }

    /** A world at the start of its spec; what the spec contradicts is an IllegalArgumentException. */
    public static Market open(WorldSpec spec) {
        return new Market(spec);
    }

    /** Yesterday's close when the world opens within a session: given by the history, else a small move away. */
    private Board closeBefore() {
        Board close = board.copy();
        double r = CALM_OPEN * noise.bell(501, 0);
        for (int i = 0; i < close.size(); i++) {
            double move = i == Board.SPX
                    ? r
                    : i < Board.ADVANCES
                            ? -4 * r
                            : i < Board.FIRST_NAME
                                    ? 0
                                    : spec.names().get(i - Board.FIRST_NAME).beta() * r;
            close.set(i, close.at(i) * StrictMath.exp(-move));
        }
        spec.history().forEach((symbol, list) -> {
            if (close.place(symbol) >= 0) {
                close.set(close.place(symbol), list.get(list.size() - 1).close());
            }
        });
        return close;
    }

    private void startWithin() {
        Board open = board.copy();
        for (int i = 0; i < open.size(); i++) {
            open.set(i, previousClose.at(i) * StrictMath.pow(board.at(i) / previousClose.at(i), 0.4));
        }
        day.script = scriptOf(day.date);
        for (int i = 0; i < open.size(); i++) {
            if (day.script.leads(i)) {
                open.set(i, day.script.bar(i).open());
            }
        }
        day.opened(open);
        day.seen(board);
        openingQuotation();
    }

    private Script scriptOf(LocalDate date) {
        ScriptedDay given = scripted.get(date);
        return given == null
                ? Script.FREE
                : new Script(board, given.bars(), Hours.at(date, SessionCalendar.stockClose(date)).getEpochSecond());
    }

    public WorldSpec spec() {
        return spec;
    }

    public Instant now() {
        return now;
    }

    /** New York date of {@link #now}. */
    public LocalDate date() {
        return day.date;
    }

    public Catalogue catalogue() {
        if (catalogue == null) {
            catalogue = new Catalogue(day.date, products, spec.names(), previousClose::level);
        }
        return catalogue;
    }

    /** Moves every level on to the given exchange time; earlier times are ignored. */
    public void advance(Instant to) {
        while (now.isBefore(to)) {
            Instant end = day.ends();
            Instant stop = to.isBefore(end) ? to : end;
            if (day.phase == Day.Phase.OPEN && !held) {
                run(now.getEpochSecond(), stop.getEpochSecond());
            }
            now = stop;
            if (stop.equals(end)) {
                turn();
            }
        }
    }

    private void run(long from, long to) {
        double openSpx = day.open.at(Board.SPX);
        for (long second = from + 1; second <= to; second++) {
            moves.second(board, second, day.script, openSpx);
            day.seen(board);
        }
    }

    private void turn() {
        switch (day.phase) {
            case BEFORE -> startSession();
            case OPEN -> endSession();
            case AFTER -> nextDay();
        }
    }

    private void startSession() {
        day.script = scriptOf(day.date);
        if (!held) {
            moves.gap(board, now.getEpochSecond(), day.script);
        }
        day.opened(board);
        openingQuotation();
    }

    private void openingQuotation() {
        if (Past.isVixSettlement(day.date)) {
            double value = toldFor("VRO", day.date)
                    .orElse(past.openingQuotation(day.date, day.open.at(Board.VIX)));
            bars.get("VRO").add(new DailyBars.Bar(day.date, value, value, value, value));
        }
    }

    private void endSession() {
        for (int i = 0; i < board.size(); i++) {
            if (day.script.leads(i) && !held) {
                board.set(i, day.script.bar(i).close());
            }
        }
        day.phase = Day.Phase.AFTER;
        bars.forEach((symbol, list) -> {
            if (!symbol.equals("VRO")) {
                list.add(day.bar(board, symbol));
            }
        });
    }

    private void nextDay() {
        if (day.hasTraded()) {
            previousClose = board.copy();
            previousCloseAt = Hours.at(day.date, SessionCalendar.stockClose(day.date));
        }
        day = new Day(day.date.plusDays(1));
        catalogue = null;
    }

    /** Applies one line at {@link #now}. */
    public void apply(MarketLine line) {
        switch (line) {
            case MarketLine.Hold() -> {
                heldSecond = held ? heldSecond : now.getEpochSecond();
                held = true;
            }
            case MarketLine.Release() -> held = false;
            case MarketLine.Level(InstrumentKey key, double value) -> level(key, value);
            case MarketLine.Jump(Map<String, Double> levels) -> {
                moves.jump(board, levels);
                moved();
            }
            case MarketLine.Pin pin -> desk.pin(pin);
            case MarketLine.Silence(List<InstrumentKey> keys) -> desk.silence(keys);
            case MarketLine.Halt(InstrumentKey key) -> desk.halt(key);
            case MarketLine.Clear(List<InstrumentKey> keys) -> desk.clear(keys);
            case MarketLine.Spread(String tradingClass, double factor) -> desk.spread(tradingClass, factor);
            case MarketLine.Size(InstrumentKey key, int size) -> desk.size(key, size);
            case MarketLine.Settlement(String symbol, double value) ->
                told.put(symbol, new MarketTold(day.date, value));
        }
    }

    private void level(InstrumentKey key, double value) {
        switch (key.secType()) {
            case FUTURE -> pricer.shift(key.settlementDate(), value - pricer.price(key, board, now));
            case INDEX, STOCK -> board = board.with(key.text(), value);
            case OPTION -> throw new IllegalArgumentException(
                    "an option has no level of its own: " + key + "; pin its quote instead");
        }
        moved();
    }

    private void moved() {
        if (day.phase == Day.Phase.OPEN) {
            day.seen(board);
        }
    }

    /** True while prices stay (ticks are repeated each second). */
    public boolean held() {
        return held;
    }

    private long second() {
        return held ? heldSecond : now.getEpochSecond();
    }

    /** The time to which options are valued: a hold holds their decay too, so that one seed shows one screen. */
    private Instant priced() {
        return held ? Instant.ofEpochSecond(heldSecond) : now;
    }

    /** The quote and day's figures; all NaN for what is no longer listed; unknown keys: IllegalArgumentException. */
    public Tape tape(InstrumentKey key) {
        Listing listing = listing(key);
        Quoter.Moment moment = new Quoter.Moment(board, previousClose, previousCloseAt, day, now, second(), priced());
        if (!isLive(listing)) {
            double none = Double.NaN;
            return new Tape(key, none, none, 0, 0, none, 0, none, none, none, none, 0, 0, now, false, false);
        }
        return quoter.tape(listing, catalogue().grid(listing), moment, desk);
    }

    private Listing listing(InstrumentKey key) {
        return catalogue().byKey(key)
                .orElseThrow(() -> new IllegalArgumentException("no such instrument on this exchange: " + key));
    }

    private boolean isLive(Listing listing) {
        return listing.lastTradeDate() == null || !listing.lastTradeDate().isBefore(day.date);
    }

    /** Option computations; {@link Greeks#NONE} parts for what is not an option or not quoted. */
    public Computations computations(InstrumentKey key) {
        if (!key.isOption() || !isLive(listing(key))) {
            return new Computations(Greeks.NONE, Greeks.NONE, Greeks.NONE, Greeks.NONE);
        }
        return GreekMaker.of(key, pricer.value(key, board, priced()), tape(key), board.level(key.underlying()));
    }

    /** What an instrument is worth by the model, in points; NaN for what has no price. For marks. */
    public double modelPrice(InstrumentKey key) {
        return pricer.price(key, board, priced());
    }

    /** Finished sessions, oldest first, to yesterday or, after the close, today; empty when there is no history. */
    public DailyBars dailyBars(InstrumentKey key) {
        return new DailyBars(key, bars.getOrDefault(key.text(), List.of()));
    }

    /** The bar of the running session, while there is one. */
    public Optional<DailyBars.Bar> todayBar(InstrumentKey key) {
        boolean known = bars.containsKey(key.text()) && !key.text().equals("VRO");
        return day.phase == Day.Phase.OPEN && known ? Optional.of(day.bar(board, key.text())) : Optional.empty();
    }

    /** True while the instrument's regular session runs (liquid hours). */
    public boolean isOpen(InstrumentKey key) {
        Listing listing = listing(key);
        return Hours.isOpen(listing, catalogue().isIndexProduct(listing), catalogue().isAm(listing), now);
    }

    /** When the regular session that runs now or comes next ends for this instrument: the death of its DAY orders. */
    public Instant sessionEnd(InstrumentKey key) {
        Listing listing = listing(key);
        boolean index = catalogue().isIndexProduct(listing);
        LocalDate on = SessionCalendar.isSession(day.date) ? day.date : SessionCalendar.next(day.date);
        Instant end = end(listing, index, on);
        return end.isAfter(now) ? end : end(listing, index, SessionCalendar.next(on));
    }

    private Instant end(Listing listing, boolean index, LocalDate on) {
        return Hours.at(on, Hours.close(index, catalogue().isAm(listing), listing.settlementDate(), on));
    }

    /** When an option or future settles. */
    public Instant settles(InstrumentKey key) {
        return Hours.settles(catalogue().isAm(listing(key)), key.settlementDate());
    }

    /**
     * The value on which an option or future settles, in points of its underlying: the opening quotation for AM classes,
     * the official close for PM classes and names. Empty before its instant.
     */
    public OptionalDouble settlementValue(InstrumentKey key) {
        boolean am = catalogue().isAm(listing(key));
        LocalDate date = key.settlementDate();
        if (now.isBefore(Hours.settles(am, date))) {
            return OptionalDouble.empty();
        }
        String under = key.underlying();
        String source = under.equals("VIX") ? "VRO" : am ? "SET" : under;
        OptionalDouble given = toldFor(source, date);
        return given.isPresent() ? given : official(under.equals("VIX") ? "VRO" : under, date, am);
    }

    private OptionalDouble official(String symbol, LocalDate date, boolean am) {
        List<DailyBars.Bar> all = new ArrayList<>(bars.getOrDefault(symbol, List.of()));
        todayBar(InstrumentKey.of(symbol)).ifPresent(all::add);
        return all.stream().filter(bar -> bar.date().equals(date))
                .mapToDouble(bar -> am ? bar.open() : bar.close()).findFirst();
    }

    private OptionalDouble toldFor(String symbol, LocalDate date) {
        MarketTold line = told.get(symbol);
        boolean holds = line != null && !date.isBefore(line.on()) && !date.isAfter(line.on().plusDays(TOLD_DAYS));
        return holds ? OptionalDouble.of(line.value()) : OptionalDouble.empty();
    }
}
