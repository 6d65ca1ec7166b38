package alvh.planner.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import alvh.planner.ledger.Lot;
import alvh.planner.market.ContractRules;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/** BOOK lots become structures, by the grammar of methodology 3.1: greedy, in its order, each contract used once. */
public final class Recogniser {

    private static final BigDecimal NONE = BigDecimal.ZERO;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal WHOLE = BigDecimal.ONE;
    private static final int LEGGING_SESSIONS = 2;

    private final BookRules rules;
    private final TradingCalendar calendar;

    public Recogniser(BookRules rules, TradingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /**
     * Structures of the open part of these lots, in order of underlying, expiry and grammar; HEDGE lots and ended lots
     * are left out. Every open contract is in exactly one structure; what fits nothing is LOOSE. A structure of shares
     * alone has no expiry (null).
     *
     * @param today a short put or strangle younger than two sessions may be the first leg of a spread: LOOSE until then
     *        (3.8, legging)
     */
    public List<Structure> recognise(List<Lot> lots, LocalDate today) {
        List<Found> found = new ArrayList<>(Grammar.of(lots, calendar));
        found.replaceAll(f -> legging(f, today)
                ? f.as(StructureType.LOOSE).with("perhaps the first leg of a spread: counts after two sessions")
                : f);
        found.sort(Comparator.comparing(Found::underlying)
                .thenComparing(Found::expiry, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Found::type).thenComparing(f -> f.legs().get(0).key()));
        SortedMap<String, Integer> ids = new TreeMap<>();
        Usd cash = rules.securingCash();
        List<Structure> structures = new ArrayList<>();
        for (Found one : found) {
            Usd needed = one.type() == StructureType.SHORT_PUT ? strikeMoney(one) : Usd.ZERO;
            boolean secured = needed.isPositive() && needed.compareTo(cash) <= 0;
            cash = secured ? cash.minus(needed) : cash;
            int nth = ids.merge(id(one), 1, Integer::sum);
            structures.add(structure(nth == 1 ? id(one) : id(one) + " #" + nth, one, secured));
        }
        return structures;
    }

    private boolean legging(Found found, LocalDate today) {
        boolean single = switch (found.type()) {
            case SHORT_PUT, STRANGLE -> true;
            case IRON_FLY, IRON_CONDOR, PUT_SPREAD, CALL_SPREAD, COVERED_CALL, CALENDAR, HEDGE, LOOSE -> false;
        };
        return single && found.lastOpened() != null
                && calendar.sessionsBetween(found.lastOpened(), today) < LEGGING_SESSIONS;
    }

    private static Usd strikeMoney(Found put) {
        InstrumentKey key = put.legs().get(0).key();
        return new Price(key.strikeMilli() * 10).cost(ContractRules.multiplier(key), put.units());
    }

    private static String id(Found found) {
        String strikes = found.legs().stream().map(Found.FoundLeg::key)
                .map(key -> key.isOption() ? Strikes.text(key) : key.text()).collect(Collectors.joining("/"));
        String expiry = found.expiry() == null ? "" : " " + found.expiry();
        return found.underlying() + " " + found.type() + expiry + " " + strikes;
    }

    private Structure structure(String id, Found found, boolean secured) {
        List<Structure.Leg> legs = found.legs().stream().map(leg -> new Structure.Leg(leg.key(), leg.side(),
                leg.ratio(), leg.slices().stream().map(slice -> slice.lot().lotId()).toList())).toList();
        List<String> remarks = new ArrayList<>(found.remarks());
        if (secured) {
            remarks.add("cash-secured");
        }
        String never = neverEligible(found);
        if (never != null) {
            remarks.add(never);
        } else if (taggedIncome(found)) {
            remarks.add("counts as income by your tag");
        }
        return new Structure(id, found.type(), found.underlying(), found.expiry(), legs, found.originalUnits(),
                found.units(), found.netCredit().max(Usd.ZERO), never == null ? eligibility(found, secured) : NONE,
                found.source(), found.openedAt(), remarks);
    }

    /** Why a structure of this underlying never pays for hedges, or null. */
    private String neverEligible(Found found) {
        BookTags.Role role = rules.tags().role(found.underlying(), found.expiry());
        if (role == BookTags.Role.NEVER) {
            return "never income by your tag: not counted";
        }
        return switch (found.underlying()) {
            case "VIX" -> found.legs().stream().anyMatch(leg -> leg.side() == Side.SELL)
                    ? "short volatility of VIX is the opposite of the hedge: not counted"
                    : "bought by hand: yours, counted as risk and never sold here";
            case "SPX", "XSP" -> rules.indexStructures() || role == BookTags.Role.INCOME
                    ? null
                    : "index structures are switched off";
            default -> null;
        };
    }

    /** A tag can lift what is not mean reversion by itself, and neither what is loose nor a naked option's half. */
    private boolean taggedIncome(Found found) {
        return switch (found.type()) {
            case COVERED_CALL, CALENDAR -> rules.tags().role(found.underlying(),
                    found.expiry()) == BookTags.Role.INCOME;
            case IRON_FLY, IRON_CONDOR, PUT_SPREAD, CALL_SPREAD, STRANGLE, SHORT_PUT, HEDGE, LOOSE -> false;
        };
    }

    /** The column "eligible premium" of 3.1. */
    BigDecimal eligibility(Found found, boolean secured) {
        return switch (found.type()) {
            case IRON_FLY, IRON_CONDOR, PUT_SPREAD, CALL_SPREAD -> WHOLE;
            case SHORT_PUT -> secured ? WHOLE : HALF;
            case STRANGLE -> HALF;
            case COVERED_CALL, CALENDAR -> taggedIncome(found) ? WHOLE : NONE;
            case HEDGE, LOOSE -> NONE;
        };
    }

    /** The same for a closed one, whose cash of that time is not known: naked. */
    BigDecimal eligibilityClosed(Found found) {
        return neverEligible(found) == null ? eligibility(found, false) : NONE;
    }

    /** A closed pattern as a structure, for the report. */
    Structure closed(Found found) {
        return structure(id(found), found, false);
    }
}
