package alvh.simulator.script;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import alvh.planner.market.InstrumentKey;
import alvh.simulator.market.WorldSpec;

/**
 * Everything a scenario can say. {@link Setup} builds the world before it starts, {@link World} is played by the
 * simulator, {@link Play} is skipped here and played by the proof of the whole.
 */
public sealed interface Line {

    sealed interface Setup extends Line {}

    sealed interface World extends Line {}

    /** A world line that only switches how the gateway behaves: played again when an account is resumed. */
    sealed interface Switch extends World {}

    /** A world line about the connections to clients, or what a gateway tells all of them. */
    sealed interface Wire extends World {}

    /** A world line about orders, or about how they are told. */
    sealed interface Deal extends World {}

    sealed interface Play extends Line {}

    // ---- setup

    record Title(String text) implements Setup {}

    record About(String text) implements Setup {}

    record Start(LocalDateTime newYork) implements Setup {}

    record Seed(long seed) implements Setup {}

    /** How many plans the story holds: the ready file tells it, and a demo follows so many to their end. */
    record Plans(int plans) implements Setup {}

    record Account(String id, BigDecimal cashUsd) implements Setup {}

    /** @param preset the world to begin with; every other setup line changes it */
    record Market(String preset) implements Setup {}

    /** @param symbol an index of the spec (SPX, VIX, VIX9D, VIX3M, VIX6M, VVIX, ADVANCES, DECLINES) or a stock of it */
    record Level(String symbol, double points) implements Setup {}

    /** A stock or ETF to add or replace; volatilities and yield are annual fractions. */
    record Stock(WorldSpec.Name name) implements Setup {}

    /** Simple returns of SPX in the sessions before the start, oldest first; a second line goes on where one ended. */
    record RecentSpx(List<Double> returns) implements Setup {}

    enum Trend {
        BETA_EXPANSION, BREADTH_DRIFT
    }

    record RecentTrend(Trend trend, double amount) implements Setup {}

    record RecentOversold(List<String> symbols) implements Setup {}

    /** The preset's positions are replaced when a scenario has any position line; this one alone leaves none. */
    record NoPositions() implements Setup {}

    /** @param price paid or received per unit, without fees */
    record Position(InstrumentKey key, int quantity, BigDecimal price) implements Setup {}

    // ---- world: prices

    enum Held {
        PRICES, FILLS
    }

    record Hold(Held what) implements World {}

    record Release(Held what) implements World {}

    /** A quote set by hand until {@code quote KEY auto}; a missing side is not quoted at all. */
    record SetQuote(InstrumentKey key, Optional<BigDecimal> bid, Optional<BigDecimal> ask, OptionalInt size)
            implements
                World {}

    record AutoQuote(InstrumentKey key) implements World {}

    enum Unit {
        PERCENT, POINTS, LEVEL
    }

    /** {@code -4%}: relative; {@code +20}: points; {@code =38.5}: to that level. */
    record Move(Unit unit, double value) {}

    record Jump(Map<String, Move> moves) implements World {}

    /** The value on which options of this underlying settle: VRO, SET, or the official close. */
    record Settle(String symbol, BigDecimal value) implements World {}

    /** Trading is halted, ticks stop, until {@link Clear}; no key means every instrument. */
    record Halt(InstrumentKey key) implements World {}

    record Quiet(List<InstrumentKey> keys) implements World {}

    record Clear(List<InstrumentKey> keys) implements World {}

    /** All spreads of a trading class (empty: of all) times a factor. */
    record Spread(String tradingClass, double factor) implements World {}

    // ---- world: orders

    record Fill(Target target, OptionalInt quantity) implements World {}

    record Correct(Target target, BigDecimal price) implements World {}

    record Bust(Target target) implements World {}

    /** The next fill takes at most this many units. */
    record Partial(int units) implements World {

        /** {@code partial off} */
        public static final int UNLIMITED = Integer.MAX_VALUE;
    }

    /** A short option is assigned early. */
    record Assign(InstrumentKey key) implements World {}

    /** How a refusal is told: after an order that never worked, before it, or by the code alone. */
    enum Manner {
        PARKED, FIRST, BARE
    }

    /** @param times how many orders are refused; empty: all until {@code refuse off} */
    record Refuse(Target target, OptionalInt times, Manner manner, int code, String text) implements Switch {

        public Refuse(Target target, OptionalInt times, int code, String text) {
            this(target, times, Manner.PARKED, code, text);
        }
    }

    record RefuseOff() implements Switch {}

    /** A code on working orders that changes nothing at the exchange: 399, 404, 481, 10349, one nobody knows. */
    record Warn(Target target, int code, String text) implements World {}

    /** A trade made elsewhere in the same account. */
    record Trade(InstrumentKey key, int quantity, BigDecimal price) implements World {}

    /** The broker cancels the working orders meant. */
    record CancelOrders(Target target, String reason) implements World {}

    enum Answer {
        ACKS, STATUS, EXECUTIONS, COMMISSIONS, CANCELS, ENDS
    }

    /** Answers of this kind are withheld from clients (the truth goes on). */
    record Mute(Answer answer, boolean on) implements Switch {}

    /** Order statuses are sent this many times. */
    record Repeat(int times) implements Switch {}

    /** An order that a person writes in the broker's own window; no price: a market order. */
    record Manual(InstrumentKey key, int quantity, Optional<BigDecimal> price) implements Deal {}

    /** One leg of a combo fills alone. @param leg from 1 */
    record FillLeg(Target target, int leg, OptionalInt units) implements Deal {}

    /** Answers of this kind come so much later. */
    record Delay(Answer answer, Duration by) implements Deal, Switch {}

    /** Commission reports come before the order's status, not after it. */
    record Early(boolean on) implements Deal, Switch {}

    record PermIdsFrom(long first) implements Deal, Switch {}

    /** The first word on an order has permId 0. */
    record PermIdsLate(boolean on) implements Deal, Switch {}

    /** PendingCancel for so long: the order may still fill. */
    record CancelTakes(Duration time) implements Deal, Switch {}

    enum PresetKind {
        SIZE, PRICE, NONE
    }

    /** Orders beyond this size (383) or price (382) are refused by the gateway's presets. */
    record Preset(PresetKind kind, BigDecimal limit) implements Deal, Switch {}

    enum WhatIfMode {
        OFF, REFUSE, WARN, RANGE
    }

    /** How what-ifs are answered: as usual, refused, with a warning text, or with a range of commissions. */
    record WhatIf(WhatIfMode mode, int code, String text) implements Deal, Switch {}

    enum Step {
        PRESUBMITTED, SUBMITTED
    }

    /** A state that an order leaves at once is not told at all. */
    record Skip(Step step, boolean on) implements Deal, Switch {}

    /** FOK orders and DAY orders at the close end Inactive without a 202, not cancelled. */
    record Unfilled(boolean inactive) implements Deal, Switch {}

    /** This client id hears of everybody's orders; -1 for none. */
    record Master(int clientId) implements Deal, Switch {}

    /** Whether a client that comes back hears of its live orders before managedAccounts. */
    record Comeback(boolean on) implements Deal, Switch {}

    // ---- world: time and connection

    record Advance(Moment to) implements World {}

    enum Cut {
        FIN, RST
    }

    record Drop(Cut cut) implements Wire {}

    /** Half a frame, then the end of every connection. */
    record DropInside() implements Wire {}

    /** The gateway restarts: 1300, every connection ends, nobody listens for so long. */
    record Restart(Duration down) implements Wire {}

    /** The broker's nightly reset, now: 1100, then 1102; DAY orders end, completed orders are forgotten. */
    record Reset(Duration takes) implements Wire {}

    /** The nightly reset of itself, 23:45 to 00:45 New York. */
    record Nightly(boolean on) implements Wire, Switch {}

    /** How long the client id of a connection that the client has ended stays taken. */
    record Linger(Duration by) implements Wire, Switch {}

    enum Stage {
        GREETING, BOOTSTRAP
    }

    /** How long a new client waits for this: for the server's version, or for what follows startApi. */
    record Slow(Stage stage, Duration by) implements Wire, Switch {}

    /** The next frame to each client comes in two pieces with this gap; what follows waits behind it. */
    record Split(Duration gap) implements Wire {}

    /** A frame as it stands to every client: an unknown id, too few fields, a price that is none. */
    record RawFrame(String bars) implements Wire {}

    /** A frame's length, and nothing after it, to every client. */
    record BadLength(int length) implements Wire {}

    /** A news bulletin to its subscribers. */
    record Bulletin(int type, String text) implements Wire {}

    /** Whether account values may be trusted; while not, they are withheld. */
    record AccountReady(boolean on) implements Wire, Switch {}

    enum LinkState {
        DOWN, RETRY, UP, UP_DATA_LOST
    }

    record Link(LinkState state) implements Wire {}

    enum FarmKind {
        MARKET, HISTORY, CONTRACTS
    }

    enum FarmState {
        UP, DOWN, IDLE, CONNECTING
    }

    /** Idle and connecting farms are up: data comes when it is asked for. */
    record Farm(FarmKind kind, FarmState state) implements Wire {}

    /** A notice to every client; after 2100 account updates really end. */
    record SessionError(int code, String text) implements Wire {}

    record ReadOnly(boolean on) implements Switch {}

    record Delayed(boolean on) implements Switch {}

    /** @param code what a market-data request of this underlying draws: 0 permitted, else 354, 10089, ... */
    record Permission(String underlying, int code) implements Switch {}

    record Pacing(int messagesPerSecond) implements Switch {}

    record DataLines(int lines) implements Switch {}

    record ClockSkew(Duration by) implements Switch {}

    /** Nothing is answered at all, not even a greeting. */
    record Silence(boolean on) implements Switch {}

    /** Frames are read as a live gateway does: no surplus fields, no empty numbers. */
    record Strict(boolean on) implements Switch {}

    // ---- play

    record Person(List<String> words) implements Play {}

    record Expect(List<String> words) implements Play {}
}
