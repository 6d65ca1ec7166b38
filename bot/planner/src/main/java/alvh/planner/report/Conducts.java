package alvh.planner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

import alvh.planner.decide.Findings;
import alvh.planner.decide.WeekOrders;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.line.Candidate;
import alvh.planner.line.HeldLots;
import alvh.planner.line.LinePricer;
import alvh.planner.money.Usd;
import alvh.planner.plan.BookLine;
import alvh.planner.plan.Conduct;
import alvh.planner.plan.DecisionPoint;
import alvh.planner.plan.PlanReport;
import alvh.planner.portfolio.StructureType;
import alvh.planner.sizing.LayerRow;

/** Builds {@link Conduct} from what the steps of a plan found. */
final class Conducts {
    private Conducts() {}

    static Conduct of(Findings found, PlanReport plain) {
        Ledger ledger = found.input().ledger();
        LocalDate today = found.picture().today();
        List<DecisionPoint> decisions = DecisionPoints.of(found, plain.book());
        Conduct.Audit audit = Stewardship.audit(ledger, today);
        SortedMap<LayerId, Integer> buys = WeekOrders.buys(ledger, today);
        Conduct.Meter meter = meter(ledger, today, found.held(), found.taken(), plain.book());
        List<String> lines = new ArrayList<>(List.of(words(audit), words(buys), words(meter)));
        long debt = decisions.stream().filter(DecisionPoint::debt).count();
        if (!decisions.isEmpty()) {
            lines.add(decisions.size() + " decision points" + (debt == 0
                    ? ", each with a frozen thesis"
                    : ", " + debt + " without a frozen thesis (journal debt)"));
        }
        List<Conduct.Shift> shifts = Shifts.of(found);
        shifts.forEach(shift -> lines.add(shift.sentence()));
        return new Conduct(decisions, audit, meter, buys, shifts, lines);
    }

    private static Conduct.Meter meter(Ledger ledger, LocalDate today, HeldLots held, Map<Candidate, Integer> taken,
            List<BookLine> book) {
        int orders = 0;
        for (Ledger.Intent intent : ledger.memory().intents().values()) {
            orders += WeekOrders.thisWeek(intent.reserved(), today) ? 1 : 0;
        }
        var ours = new java.util.TreeSet<String>();
        ledger.memory().executions().values().stream().filter(a -> a.execution().intentId() != null)
                .forEach(a -> ours.add(a.execution().execBase()));
        Usd fees = Usd.ZERO;
        for (BookedEvent.Commission commission : ledger.memory().commissions().values()) {
            boolean counts = WeekOrders.thisWeek(commission, today) && ours.contains(commission.execBase());
            fees = counts ? fees.plus(commission.amount()) : fees;
        }
        double slippage = 0;
        for (Map.Entry<Candidate, Integer> line : taken.entrySet()) {
            slippage += line.getValue() * slippage(line.getKey());
        }
        int income = (int) book.stream().filter(line -> line.structure().type() != StructureType.LOOSE).count();
        return new Conduct.Meter(held.pools().size(), income, orders, fees, Math.rint(slippage * 100) / 100);
    }

    /** Expected fill against mid of a unit, in dollars: 35 % of half of the spread (methodology 4.7). */
    private static double slippage(Candidate candidate) {
        double half = candidate.quote().half() + (candidate.inTwoOrders() ? candidate.saleQuote().half() : 0);
        return 0.35 * half * LinePricer.MULTIPLIER;
    }

    private static String words(Conduct.Audit audit) {
        if (Double.isNaN(audit.index())) {
            return "no hedge was bought in the last 90 days";
        }
        String text = String.format(Locale.ROOT,
                "%.0f %% of the hedge spend of 90 days (%s of %s) was not backed by an "
                        + "approved vote",
                100 * audit.index(), audit.unbacked().text(), audit.spent().text());
        return audit.alert()
                ? "PROMOTER ALERT: " + text + ", more than 20 %: bought by hand " + String.join(", ",
                        audit.unbackedLots())
                : text + ": steward";
    }

    private static String words(SortedMap<LayerId, Integer> buys) {
        var parts = new ArrayList<String>();
        buys.forEach((layer, count) -> parts.add(layer.word() + " " + count));
        return "buy orders this week (at most " + LayerRow.BUY_ORDERS + " a layer): " + String.join(", ", parts);
    }

    private static String words(Conduct.Meter meter) {
        return String.format(Locale.ROOT, "complexity: %d hedge lines beside %d income structures, %d orders and %s of "
                + "fees this week; this plan gives up about $%.2f to the spread", meter.hedgeLines(), meter.bookLines(),
                meter.ordersThisWeek(), meter.feesThisWeek().text(), meter.slippageOfPlan());
    }
}
