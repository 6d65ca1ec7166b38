package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.Lot;
import alvh.planner.ledger.Owner;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.SecType;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;

/**
 * The patterns of methodology 3.1 over the BOOK lots of one account, greedy in its order, each unit used once. A short
 * option that has a long one beside it, be it a debit spread or another expiry, is paired before it could count as
 * naked income: "no pair" and "without wings" are conditions of the short put and the strangle.
 */
final class Grammar {

    private static final int SHARES = 100;

    private final String underlying;
    private final List<Holding> holdings;
    private final TradingCalendar calendar;
    private final List<Found> found = new ArrayList<>();

    private Grammar(String underlying, List<Holding> holdings, TradingCalendar calendar) {
        this.underlying = underlying;
        this.holdings = holdings;
        this.calendar = calendar;
    }

    static List<Found> of(List<Lot> lots, TradingCalendar calendar) {
        SortedMap<String, SortedMap<String, Holding>> byUnderlying = new TreeMap<>();
        for (Lot lot : lots) {
            if (lot.owner() == Owner.BOOK && lot.open()) {
                Lot.LotLeg leg = lot.legs().get(0);
                LocalDate opened = lot.opened() == null
                        ? null
                        : lot.opened().atZone(TradingCalendar.NEW_YORK).toLocalDate();
                byUnderlying.computeIfAbsent(leg.key().underlying(), k -> new TreeMap<>())
                        .computeIfAbsent(leg.key().text() + leg.side() + (opened == null ? "" : opened),
                                k -> new Holding(leg.key(), leg.side(), opened))
                        .add(lot);
            }
        }
        List<Found> all = new ArrayList<>();
        byUnderlying.forEach((underlying, holdings) -> all
                .addAll(new Grammar(underlying, List.copyOf(holdings.values()), calendar).run()));
        return all;
    }

    /** A digit at the end of a root marks a deliverable changed by a corporate action. */
    private static boolean adjusted(Holding holding) {
        return holding.key().isOption() && adjusted(holding.key().root());
    }

    static boolean adjusted(String root) {
        return Character.isDigit(root.charAt(root.length() - 1));
    }

    private List<Found> run() {
        holdings.stream().filter(Grammar::adjusted)
                .forEach(h -> loose(h, "adjusted by a corporate action: frozen, not counted"));
        Verticals verticals = new Verticals(underlying, holdings, calendar);
        found.addAll(verticals.irons(verticals.credit(Right.PUT), verticals.credit(Right.CALL)));
        for (Right right : Right.values()) {
            found.addAll(verticals.debit(right));
            found.addAll(verticals.calendars(right));
        }
        coveredCalls();
        strangles();
        shortPuts();
        holdings.stream().filter(h -> h.units() > 0).forEach(h -> loose(h, h.isShort(Right.CALL)
                ? "short call without cover: undefined risk"
                : null));
        return found;
    }

    private void loose(Holding holding, String remark) {
        if (holding.units() > 0) {
            single(StructureType.LOOSE, holding, remark);
        }
    }

    private void single(StructureType type, Holding holding, String remark) {
        long units = holding.units();
        found.add(new Found(type, underlying, units, List.of(Found.leg(holding, units, 1)), Found.dates(holding),
                remark == null ? List.of() : List.of(remark)));
    }

    private void coveredCalls() {
        for (Holding call : holdings) {
            for (Holding shares : holdings) {
                boolean stock = shares.key().secType() == SecType.STOCK && shares.side() == Side.BUY;
                long units = stock && call.isShort(Right.CALL)
                        ? Math.min(call.units(), shares.units() / SHARES)
                        : 0;
                if (units > 0) {
                    found.add(new Found(StructureType.COVERED_CALL, underlying, units,
                            List.of(Found.leg(call, units, 1), Found.leg(shares, units, SHARES)),
                            Found.dates(call, shares), List.of()));
                }
            }
        }
    }

    private void strangles() {
        for (Holding put : holdings) {
            while (put.isShort(Right.PUT) && put.units() > 0) {
                Holding call = callBeside(put);
                if (call == null) {
                    break;
                }
                long units = Math.min(put.units(), call.units());
                found.add(new Found(StructureType.STRANGLE, underlying, units,
                        List.of(Found.leg(put, units, 1), Found.leg(call, units, 1)), Found.dates(put, call),
                        List.of("no wings: undefined risk")));
            }
        }
    }

    private Holding callBeside(Holding put) {
        InstrumentKey key = put.key();
        return holdings.stream().filter(h -> h.isShort(Right.CALL) && h.units() > 0
                && h.key().root().equals(key.root()) && h.key().settlementDate().equals(key.settlementDate())
                && h.key().strikeMilli() >= key.strikeMilli())
                .min(Comparator.comparing((Holding h) -> h.units() == put.units() ? 0 : 1)
                        .thenComparing(Holding::key))
                .orElse(null);
    }

    private void shortPuts() {
        holdings.stream().filter(h -> h.isShort(Right.PUT) && h.units() > 0)
                .forEach(h -> single(StructureType.SHORT_PUT, h, "undefined risk"));
    }
}
