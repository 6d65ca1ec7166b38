package alvh.daemon.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.ledger.Owner;
import alvh.planner.market.ContractRules;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Right;
import alvh.planner.market.SecType;
import alvh.planner.market.Settlement;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/** What options were worth at their end (methodology 7.2): which wait, where their value is read, and what it is. Pure. */
public final class Settlements {

    private static final Settlement RULES = new Settlement(TradingCalendar.nyse());

    private Settlements() {}

    /**
     * Options of open lots whose settlement instant has passed and whose value is not booked. A book lot that was seeded
     * again after its settlement waits again.
     */
    static SortedSet<InstrumentKey> due(Ledger ledger, Instant now) {
        SortedSet<InstrumentKey> due = new TreeSet<>();
        for (Lot lot : ledger.lots().values()) {
            for (Lot.LotLeg leg : lot.legs()) {
                boolean past = lot.open() && leg.key().isOption() && !now.isBefore(RULES.settlesAt(leg.key()));
                boolean booked = lot.owner() == Owner.HEDGE && ledger.memory().settlements().containsKey(leg.key());
                if (past && !booked) {
                    due.add(leg.key());
                }
            }
        }
        return due;
    }

    /** Stocks whose daily bars must be read to settle what waits, also when the account no longer holds them. */
    public static List<InstrumentKey> stocks(Ledger ledger, Instant now) {
        return due(ledger, now).stream().map(key -> InstrumentKey.of(key.underlying()))
                .filter(key -> key.secType() == SecType.STOCK).distinct().sorted().toList();
    }

    /** Whether no series holds the value (SET of the SPX options that settle in the morning): a person must tell it. */
    static boolean asked(InstrumentKey key) {
        return key.root().equals("SPX");
    }

    /** Where the value is read, for people. */
    static String source(InstrumentKey key) {
        return switch (key.root()) {
            case "VIX", "VIXW" -> "VRO";
            case "SPX" -> "SET, the SPX opening settlement";
            case "SPXW" -> "the official close of SPX";
            case "XSP" -> "a tenth of the official close of SPX";
            default -> "the close of " + key.underlying();
        } + " on " + key.settlementDate();
    }

    /** Dollars per contract from the settlement date's daily bar, or empty while there is none. */
    static Optional<Usd> value(InstrumentKey key, MarketSnapshot market) {
        return switch (key.root()) {
            case "VIX", "VIXW" -> close(market, "VRO", key.settlementDate()).map(v -> intrinsic(key, v));
            case "SPX" -> Optional.empty();
            case "SPXW" -> close(market, "SPX", key.settlementDate()).map(v -> intrinsic(key, v));
            case "XSP" ->
                close(market, "SPX", key.settlementDate()).map(v -> intrinsic(key, v.movePointLeft(1)));
            default -> close(market, key.underlying(), key.settlementDate()).map(v -> intrinsic(key, v));
        };
    }

    private static Optional<BigDecimal> close(MarketSnapshot market, String symbol, LocalDate date) {
        DailyBars bars = market.bars().get(InstrumentKey.of(symbol));
        return bars == null
                ? Optional.empty()
                : bars.bars().stream().filter(b -> b.date().equals(date)).map(DailyBars.Bar::close)
                        .filter(close -> Double.isFinite(close) && close > 0).map(BigDecimal::valueOf).findFirst();
    }

    /** max(0, S - K) or max(0, K - S), times the multiplier, to the ten-thousandth. */
    static Usd intrinsic(InstrumentKey key, BigDecimal value) {
        BigDecimal strike = BigDecimal.valueOf(key.strikeMilli(), 3);
        BigDecimal points = key.right() == Right.CALL ? value.subtract(strike) : strike.subtract(value);
        return Usd.of(points.max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(ContractRules.multiplier(key)))
                .setScale(4, RoundingMode.HALF_EVEN));
    }

    /** The booking; a second word on the same option carries the moment of its booking, so that it replaces the first. */
    static BookedEvent.Settled settled(Ledger ledger, InstrumentKey key, Usd perContract, Instant now) {
        boolean again = ledger.memory().settlements().containsKey(key);
        return new BookedEvent.Settled(again ? now : RULES.settlesAt(key), key, perContract);
    }
}
