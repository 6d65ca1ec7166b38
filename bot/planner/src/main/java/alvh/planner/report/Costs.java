package alvh.planner.report;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import alvh.planner.budget.BudgetState;
import alvh.planner.decide.Findings;
import alvh.planner.decide.OrderCharges;
import alvh.planner.line.Candidate;
import alvh.planner.line.HedgeNow;
import alvh.planner.line.Picture;
import alvh.planner.line.Valued;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.Explanation;
import alvh.planner.plan.Explanation.Compared;
import alvh.planner.plan.Explanation.Line;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanReport;
import alvh.planner.portfolio.Structure;
import alvh.planner.scenario.VixResponse;

/** What the premium buys and what that costs: crash columns, calm decay a year, both budget tests. */
final class Costs {
    private static final ZoneId NEW_YORK = TradingCalendar.NEW_YORK;
    /** Life assumed for a structure whose opening is unknown: the middle of the 30 to 60 days of methodology 4.3. */
    private static final int USUAL_LIFE_DAYS = 45;
    private static final double CRASH = -0.0999;

    private Costs() {}

    /** The columns from -10 % on: dollars that held and planned hedges take, and which share of the book's loss. */
    static List<Line> buys(LossTable losses) {
        var lines = new ArrayList<Line>();
        for (LossTable.Column column : losses.columns()) {
            if (column.spxReturn() < CRASH) {
                double hedge = column.heldHedge() + column.plannedHedge();
                String takes = Double.isFinite(column.absorbed())
                        ? "absorbs " + Explanation.percent(column.absorbed()) + " of the book's "
                                + Explanation.dollars(column.bookAlone())
                        : "the book does not lose, or is unknown";
                lines.add(Line.of("SPX " + column.name() + " in 5 sessions" + vix(column) + ": held and planned hedges "
                        + Explanation.dollars(hedge) + ", " + takes));
            }
        }
        return lines;
    }

    private static String vix(LossTable.Column column) {
        return !(column.vixAfter() > 0)
                ? ""
                : String.format(Locale.ROOT, ", VIX to %.1f%s", column.vixAfter(),
                        column.vixAfter() >= VixResponse.CAP ? " (the most that is assumed)" : "");
    }

    static List<Line> of(Findings found, PlanReport report) {
        var lines = new ArrayList<Line>();
        budget(lines, found);
        decay(lines, found);
        if (Double.isFinite(report.shadowPrice())) {
            lines.add(Line.of(String.format(Locale.ROOT,
                    "one more dollar of budget would save $%.2f of CVaR (the shadow price)", report.shadowPrice())));
        }
        return lines;
    }

    private static void budget(List<Line> lines, Findings found) {
        BudgetState budget = found.assessment().budget();
        HedgeSettings.Fees fees = found.picture().settings().fees();
        Usd charge = OrderCharges.flow(found.taken(), fees);
        Usd stock = OrderCharges.stock(found.taken(), fees);
        Usd spent = budget.cumHedge().plus(charge);
        Usd premium = budget.premiumOpen().plus(budget.premiumRealised());
        String share = premium.isPositive()
                ? String.format(Locale.ROOT, ", %.1f %% of the premium", 100.0 * spent.e4() / premium.e4())
                : "";
        lines.add(test("flow test", spent, budget.flowCap(), "spent " + budget.cumHedge().text() + " + planned "
                + charge.text() + " at worst" + share));
        Usd held = budget.unrecovered().plus(stock);
        lines.add(test("stock test", held, budget.stockCap(), "unrecovered " + budget.unrecovered().text()
                + " + planned " + stock.text() + " at worst"));
    }

    private static Line test(String name, Usd used, Usd cap, String parts) {
        boolean passes = used.compareTo(cap) <= 0;
        return new Line(name + ": " + parts + " = " + used.text() + (passes ? " <= " : " > ") + cap.text(),
                Compared.of(name + " in dollars", used.toDouble(), "<=", cap.toDouble()));
    }

    private static void decay(List<Line> lines, Findings found) {
        Decay decay = Decay.of(found.hedge(), found.valued(), found.picture());
        boolean gains = Math.rint(100 * decay.dollars()) < 0;
        double lost = Math.abs(decay.dollars());
        int days = decay.days();
        if (found.held().pools().isEmpty() && found.taken().isEmpty()) {
            return;
        }
        double year = lost * 365 / days;
        double premium = premiumAYear(found);
        lines.add(Line.of("if nothing moves, held and planned hedges " + (gains ? "gain " : "lose ")
                + Explanation.dollars(lost) + " in " + days
                + " days, " + Explanation.dollars(year) + " a year at this pace" + (premium > 0
                        ? ": " + Explanation.percent(year / premium) + " of a year's premium of "
                                + Explanation.dollars(premium) + " (what is open now, renewed at each expiry"
                                + assumed(found) + ")"
                        : "")));
    }

    /**
     * What held and planned hedges lose by the model when nothing moves.
     *
     * @param dollars over {@code days} calendar days, without what entering costs
     */
    record Decay(double dollars, int days) {

        static Decay of(HedgeNow hedge, Map<Candidate, Integer> taken, Picture picture) {
            int calm = calm(picture);
            double lost = -hedge.screen()[calm];
            for (Map.Entry<Candidate, Integer> line : taken.entrySet()) {
                lost -= line.getValue() * (change(line.getKey().buys(), calm, picture)
                        + change(line.getKey().sells(), calm, picture));
            }
            return new Decay(lost, picture.screen().get(calm).shock().horizonDays());
        }

        private static double change(List<alvh.planner.ledger.Lot.LotLeg> legs, int column, Picture picture) {
            Valued valued = Valued.of(legs, picture);
            return valued.screen()[column] - valued.today();
        }

        private static int calm(Picture picture) {
            for (int s = 0; s < picture.screen().size(); s++) {
                if (picture.screen().get(s).shock().spxReturn() == 0) {
                    return s;
                }
            }
            throw new IllegalStateException("the loss table has no column in which nothing moves");
        }
    }

    /** Eligible premium of each open structure, times the lives that it has in a year. */
    private static double premiumAYear(Findings found) {
        double premium = 0;
        for (Structure structure : found.assessment().structures()) {
            Usd open = structure.eligiblePremiumOpen();
            if (open.isPositive()) {
                premium += open.toDouble() * 365 / life(structure, found);
            }
        }
        return premium;
    }

    private static String assumed(Findings found) {
        boolean unknown = found.assessment().structures().stream()
                .anyMatch(s -> s.eligiblePremiumOpen().isPositive() && s.opened() == null);
        return unknown ? "; where the opening is unknown, " + USUAL_LIFE_DAYS + " days or what is left" : "";
    }

    private static long life(Structure structure, Findings found) {
        long left = ChronoUnit.DAYS.between(found.picture().today(), structure.expiry());
        return structure.opened() == null
                ? Math.max(USUAL_LIFE_DAYS, left)
                : Math.max(1, ChronoUnit.DAYS.between(structure.opened().atZone(NEW_YORK).toLocalDate(),
                        structure.expiry()));
    }
}
