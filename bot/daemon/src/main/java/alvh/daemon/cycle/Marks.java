package alvh.daemon.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.money.Price;
import alvh.planner.plan.DecisionPoint;
import alvh.planner.plan.PlanReport;

/** Marks of held hedge lots: a new highest mid of live two-sided quotes is booked, for the trailing exit. */
final class Marks {

    private Marks() {}

    /** A record for each lot whose package is worth more than ever. */
    static List<JournalRecord> of(Ledger ledger, MarketSnapshot market, Instant now) {
        List<JournalRecord> records = new ArrayList<>();
        for (Lot lot : ledger.openHedgeLots()) {
            double mid = mid(lot, market);
            if (Double.isFinite(mid) && mid > 0 && Price.of(mid).compareTo(lot.peak()) > 0) {
                records.add(
                        new JournalRecord.Booked(new BookedEvent.Marked(now, lot.lotId(), Price.of(mid), lot.rungs())));
            }
        }
        return records;
    }

    private static double mid(Lot lot, MarketSnapshot market) {
        double sum = 0;
        for (Lot.LotLeg leg : lot.legs()) {
            Quote quote = market.quote(leg.key());
            sum += leg.side().sign() * leg.ratio() * quote.mid();
        }
        return sum;
    }

    /** The lots that a plan harvests: what it releases or sells before the last trading day is no rung. */
    static Set<String> harvested(PlanReport report) {
        Set<String> lots = new TreeSet<>();
        report.details().conduct().decisions().stream().filter(d -> d.kind() == DecisionPoint.Kind.HARVEST)
                .forEach(d -> lots.addAll(d.ids()));
        return lots;
    }

    /**
     * After a harvest: one more rung for each lot that was sold from, also where nothing is left of it, because a rung sale
     * rests the buys that follow (methodology 2.2).
     *
     * @param since when the plan was made; what was sold before is not its doing
     */
    static List<JournalRecord> rungs(Set<String> harvested, Ledger ledger, Instant since, Instant now) {
        Set<String> sold = new TreeSet<>();
        ledger.memory().closings().stream().filter(c -> !c.at().isBefore(since)).forEach(c -> sold.add(c.lotId()));
        return harvested.stream().filter(sold::contains).map(id -> ledger.lots().get(id)).filter(Objects::nonNull)
                .<JournalRecord>map(lot -> new JournalRecord.Booked(
                        new BookedEvent.Marked(now, lot.lotId(), lot.peak(), lot.rungs() + 1)))
                .toList();
    }
}
