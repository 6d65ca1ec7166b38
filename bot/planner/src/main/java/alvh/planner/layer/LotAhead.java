package alvh.planner.layer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.Lot;
import alvh.planner.market.Expiries;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;

/**
 * What lies ahead of one contract's held lots: the next rungs and at which price, the roll and the floor and on which day
 * (methodology 2.3 to 2.6).
 *
 * @param lotIds the lots of the contract that are seen as one
 */
public record LotAhead(List<String> lotIds, List<NextStep> steps) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    public LotAhead {
        lotIds = List.copyOf(lotIds);
        steps = List.copyOf(steps);
    }

    /** One entry a contract that still trades, in the rules' order. */
    public static List<LotAhead> of(List<LotFacts> lots, LotContext context, TradingCalendar calendar) {
        SortedMap<String, List<LotFacts>> pools = new TreeMap<>();
        for (LotFacts facts : lots) {
            if (facts.lot().state() == Lot.State.HOLD) {
                pools.computeIfAbsent(LotRules.pool(facts), key -> new ArrayList<>()).add(facts);
            }
        }
        var ahead = new ArrayList<LotAhead>();
        for (List<LotFacts> pool : pools.values()) {
            var steps = new ArrayList<>(HarvestRules.ahead(HarvestRules.Pool.of(pool, LotRules.MULTIPLIER)));
            roll(steps, pool.get(0), context);
            floor(steps, pool.get(0), context, calendar);
            ahead.add(new LotAhead(pool.stream().map(f -> f.lot().lotId()).toList(), steps));
        }
        return List.copyOf(ahead);
    }

    private static void roll(List<NextStep> steps, LotFacts facts, LotContext context) {
        switch (facts.layer()) {
            case BASE -> {
                days(steps, facts, LotRules.BASE_ROLL, String.format(Locale.ROOT, " while VIX/VIX3M < %.2f, now %s",
                        LotRules.EARLY_ROLL_RATIO, ratio(context)));
                days(steps, facts, LotRules.BASE_LATE_ROLL, " whatever VIX/VIX3M");
            }
            case ACCELERATION -> {
                days(steps, facts, LotRules.SPREAD_ROLL, "");
                if (facts.isSpread()) {
                    days(steps, facts, LotRules.SALVAGE_ROLL, String.format(Locale.ROOT,
                            " if the long delta < %.2f, now %s", LotRules.SALVAGE_DELTA,
                            Double.isFinite(facts.longDelta())
                                    ? String.format(Locale.ROOT, "%.2f", facts.longDelta())
                                    : "unknown"));
                }
            }
            case CONTINGENCY -> days(steps, facts, LotRules.CONTINGENCY_ROLL, "");
        }
    }

    private static String ratio(LotContext context) {
        return Double.isFinite(context.ratio()) ? String.format(Locale.ROOT, "%.2f", context.ratio()) : "unknown";
    }

    private static void days(List<NextStep> steps, LotFacts facts, int limit, String besides) {
        LocalDate from = key(facts).settlementDate().minusDays(limit);
        boolean reached = facts.dte() <= limit;
        steps.add(new NextStep((reached ? "roll due since " : "rolls from ") + DAY.format(from) + " (" + limit
                + " days left, now " + facts.dte() + ")" + besides, "days left", facts.dte(), "<=", limit));
    }

    private static void floor(List<NextStep> steps, LotFacts facts, LotContext context, TradingCalendar calendar) {
        LocalDate last = calendar.previous(new Expiries(calendar).lastTradeDate(key(facts)));
        steps.add(new NextStep(
                "floor: sold on " + DAY.format(last) + " at the latest, 1 session before its last trading "
                        + "day, now " + facts.sessionsToLastTrade()
                        + (context.holdIntoSoq() && !facts.isSpread() ? ", unless 1 point in the money" : ""),
                "sessions to the last trading day", facts.sessionsToLastTrade(), "<=", 1));
    }

    private static InstrumentKey key(LotFacts facts) {
        return facts.lot().legs().get(0).key();
    }
}
