package alvh.daemon.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.LayerDecision;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Right;
import alvh.planner.money.Usd;
import alvh.planner.plan.BookLine;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;
import alvh.planner.portfolio.Structure;
import alvh.planner.portfolio.StructureType;
import alvh.planner.scenario.VixResponse;
import alvh.planner.signal.Signal;

/** The five screens of a plan: book, budget, signals, layers, orders. Each decision is followed by its because. */
final class PlanScreens {

    private static final int MOST_WORDS = 46;
    private static final String KEY_FIRST = "^[A-Z0-9. ]{6}\\d{6}[CP]\\d{8}: ";
    private static final String NOT_IN_RISK = "not in the risk figures: ";
    private static final int FULL_WORDS_FROM = 96;
    private static final String INTERPOLATED = ": FORWARD_INTERPOLATED";

    private final PlanReport report;
    private final int width;

    PlanScreens(PlanReport report, int width) {
        this.report = report;
        this.width = width;
    }

    private String title(int number, String name, String remark) {
        String left = number + "  " + name;
        int gap = Math.max(2, width - left.length() - remark.length());
        return Text.fit(left + " ".repeat(gap) + remark, width);
    }

    /** What a preset other than the default sets and costs: the first thing said of its plan. */
    List<String> preset() {
        return PresetNote.leading(report).map(note -> Text.wrap("", Text.capital(note), width)).orElse(List.of());
    }

    List<String> book() {
        List<String> out = new ArrayList<>();
        out.add(title(1, "THE BOOK", "what you are short, and what it has paid you"));
        Columns table = new Columns().left("name").left("structure").right("expiry").left("strikes").right("qty")
                .right("credit $").right("now $").rightIfRoom("beta").rightIfRoom("R²").rightIfRoom("hedgeable");
        for (BookLine line : report.book()) {
            Structure s = line.structure();
            table.row(s.underlying(), s.type().words(), Text.day(s.expiry()), strikes(s),
                    String.valueOf(s.openQuantity()),
                    Text.dollars(s.credit().part(s.openQuantity(), s.originalQuantity())),
                    closing(line),
                    Text.fixed(line.beta(), 2), Text.fixed(line.rSquared(), 2), Text.percent(line.hedgeable()));
        }
        if (report.book().isEmpty()) {
            out.add("   no short premium structures in this account");
        } else {
            out.addAll(table.lines(width, "   "));
        }
        remarks().forEach((why, names) -> out.addAll(Text.wrap("   ", names + ": " + why, width)));
        BudgetState budget = report.budget();
        if (budget != null) {
            boolean averaged = report.book().stream().anyMatch(l -> l.structure().source() == Lot.Source.AVGCOST);
            out.addAll(Text.wrap("   ", "Premium open " + budget.premiumOpen().text()
                    + (averaged ? ", by the broker's average cost where no fills are known" : "")
                    + " · kept on closed trades "
                    + budget.premiumRealised().text(), width));
        }
        if (Double.isFinite(report.hedgeableShare())) {
            out.addAll(Text.wrap("   ", "A market hedge cannot remove a single name's own gap: it can reach about "
                    + Text.percent(report.hedgeableShare()) + " of this book's risk", width));
        }
        return out;
    }

    /** What closing costs; of what is only owned, like shares, what it is worth. */
    private static String closing(BookLine line) {
        Structure s = line.structure();
        boolean owned = s.type() == StructureType.LOOSE && s.legs().stream().allMatch(l -> l.side().sign() > 0);
        return owned && line.valueNow() < 0
                ? "worth " + Text.dollars(-line.valueNow())
                : Text.dollars(line.valueNow());
    }

    /** What is worth a line, with the names it concerns; an unknown opening time is the rule at a first start. */
    private Map<String, String> remarks() {
        Map<String, String> names = new LinkedHashMap<>();
        for (BookLine line : report.book()) {
            String name = line.structure().underlying();
            Arrays.stream(line.remark() == null ? new String[0] : line.remark().split("; ")).map(String::strip)
                    .filter(r -> !r.isEmpty() && !r.equals("opened=UNKNOWN")).map(r -> r.replaceFirst(KEY_FIRST, ""))
                    .forEach(r -> names.merge(r, name, (some, one) -> some.contains(one) ? some : some + ", " + one));
        }
        return names;
    }

    /** 205/195 for a put spread, 225/215 · 260/270 for a condor: short strike first. */
    private static String strikes(Structure s) {
        if (s.type() == StructureType.LOOSE || s.legs().isEmpty()) {
            return s.legs().stream().map(l -> l.key().isOption() ? strike(l.key().strikeMilli()) : "shares")
                    .collect(Collectors.joining("/"));
        }
        String puts = side(s, Right.PUT);
        String calls = side(s, Right.CALL);
        return puts.isEmpty() || calls.isEmpty() ? puts + calls : puts + " · " + calls;
    }

    private static String side(Structure s, Right right) {
        return s.legs().stream().filter(l -> l.key().isOption() && l.key().right() == right)
                .sorted(Comparator.comparingInt((Structure.Leg l) -> l.side().sign())
                        .thenComparingLong(l -> l.key().strikeMilli()))
                .map(l -> strike(l.key().strikeMilli())).collect(Collectors.joining("/"));
    }

    private static String strike(long milli) {
        return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
    }

    List<String> budget() {
        BudgetState b = report.budget();
        List<String> out = new ArrayList<>();
        if (b == null) {
            out.add(title(2, "THE BUDGET", ""));
            out.add("   unknown: see what is missing below");
            return out;
        }
        String share = percent(b.share());
        out.add(title(2, "THE BUDGET", share + " of premium; 15-25 % allowed"));
        String open = percent(b.openShare());
        String premium = b.premiumRealised().isZero()
                ? Text.dollars(b.premiumOpen())
                : "(" + Text.dollars(b.premiumOpen()) + " + " + Text.dollars(b.premiumRealised()) + ")";
        line(out, "ceiling", b.capTotal(), share + " x " + premium + " = "
                + cap(b.premiumOpen().plus(b.premiumRealised()).share(b.share()), b.flowCap()) + "; open lots " + open
                + " x " + Text.dollars(b.premiumOpen()) + " = "
                + cap(b.premiumOpen().share(b.openShare()), b.stockCap()));
        line(out, "spent", b.cumHedge().minus(b.reserved()),
                b.unrecoveredByLayer().values().stream().allMatch(Usd::isZero)
                        ? "no hedge lots held"
                        : b.unrecoveredByLayer().entrySet().stream()
                                .map(e -> e.getKey().word() + " " + e.getValue().text())
                                .collect(Collectors.joining(" · ")));
        line(out, "reserved", b.reserved(), b.reserved().isZero() ? "" : "orders under way, at their worst case");
        line(out, "left", b.available(), "the smaller of both tests");
        if (b.harvestReserve().isPositive()) {
            line(out, "gains", b.harvestReserve(),
                    "above cost; never enlarges the budget, half of a gain may extend cover");
        }
        return out;
    }

    /** A share of the premium, and the setting that allows less of it. */
    private static String cap(Usd share, Usd cap) {
        return share.compareTo(cap) <= 0 || share.text().equals(cap.text())
                ? cap.text()
                : share.text() + ", capped at " + cap.text() + " by budget.max_usd";
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private void line(List<String> out, String name, Usd amount, String because) {
        out.addAll(Text.wrap(String.format(Locale.ROOT, "   %-9s %11s   ", name, amount.text()), because, width));
    }

    List<String> signals() {
        List<String> out = new ArrayList<>();
        String tail = String.format(Locale.ROOT, "%6s %6s", "vote", "age");
        out.add(title(3, "THE SIGNALS", tail));
        for (Signal s : report.signals()) {
            if (s.known()) {
                signal(out, s);
            }
        }
        Map<String, String> byReason = new LinkedHashMap<>();
        report.signals().stream().filter(s -> !s.known()).forEach(s -> byReason.merge(
                s.missing().replace(": no effect", "").replaceFirst("^[A-Z0-9-]{3,7}: (?=broker)", ""), s.id().words(),
                (some, one) -> some + ", " + one));
        String missing = byReason.entrySet().stream().map(e -> e.getValue() + " (" + e.getKey() + ")")
                .collect(Collectors.joining(" · "));
        if (!missing.isEmpty()) {
            List<String> lines = Text.wrap("   missing              ", missing + ": no vote, no effect", width - 14);
            out.addAll(lines);
        }
        return out;
    }

    private void signal(List<String> out, Signal s) {
        boolean votes = !s.id().vote().equals("-");
        String tail = String.format(Locale.ROOT, "%6s %6s", votes ? vote(s.vote()) : "-", Text.age(s.age()));
        List<String> reading = Text.wrap(String.format(Locale.ROOT, "   %-20s ", s.id().words()), s.reading(),
                width - tail.length() - 1);
        for (int i = 0; i < reading.size(); i++) {
            String line = reading.get(i);
            out.add(i > 0 ? line : line + " ".repeat(Math.max(1, width - tail.length() - line.length())) + tail);
        }
    }

    private static String vote(double vote) {
        return BigDecimal.valueOf(vote).stripTrailingZeros().toPlainString();
    }

    List<String> layers() {
        List<String> out = new ArrayList<>();
        out.add(title(4, "THE LAYERS", "each layer's certificate lets the next one act"));
        for (LayerDecision d : report.layers()) {
            String head = String.format(Locale.ROOT, "   %-13s %-11s ", d.layer().word(), d.now());
            out.addAll(Text.wrap(head, "because " + d.because() + (d.next().isEmpty() ? "" : "; " + d.next()), width));
            if (!d.gate().isEmpty() && (!d.buysAllowed() || d.throttlePercent() < 100)) {
                out.addAll(Text.wrap("                             ",
                        d.buysAllowed() ? "buys at " + d.throttlePercent() + " %: " + d.gate() : "no buys: " + d.gate(),
                        width));
            }
        }
        out.addAll(lots());
        return out;
    }

    /** What was decided for each held lot. */
    List<String> lots() {
        List<String> out = new ArrayList<>();
        for (PlanReport.LotLine lot : report.lots()) {
            out.addAll(Text.wrap("   lot  ",
                    lot.openQuantity() + " x " + lot.words() + ", worth $" + Text.dollars(lot.mark())
                            + ": " + lot.decision() + " because " + lot.because(),
                    width));
        }
        return out;
    }

    List<String> plan(HedgePlan plan) {
        List<String> out = new ArrayList<>();
        out.add(title(5, "THE PLAN  " + plan.shortHash(), RunText.ASKING));
        boolean sells = plan.orders().stream().allMatch(o -> o.effect() == BookedEvent.Effect.CLOSE);
        Columns table = new Columns().left("#").left("layer").flexible("order", 30).right("limit")
                .right(sells ? "at least $" : "worst case $").rightIfRoom("bid x ask");
        Usd total = Usd.ZERO;
        for (PlannedOrder o : plan.orders()) {
            Usd amount = sells ? least(o) : o.worstCase();
            total = total.plus(amount);
            table.row(String.valueOf(o.step()), o.layer().word(), words(o), Question.price(o, o.ladder().first()),
                    Text.dollars(amount), touch(o));
        }
        table.row("", "total", "", "", Text.dollars(total),
                report.budget() == null || sells ? "" : "of " + Text.dollars(report.budget().available()));
        out.addAll(table.lines(width, "   "));
        String lasts = plan.orders().stream().map(o -> Question.price(o, o.ladder().last()))
                .collect(Collectors.joining(", "));
        out.addAll(Text.wrap("      ", sells
                ? "at least: the last rung of each ladder (" + lasts + ") less the reserved fees"
                : "the worst case is the last rung of each ladder (" + lasts + ") and the fees", width));
        out.addAll(losses());
        out.addAll(notTaken());
        return out;
    }

    /** What a sale brings at its lowest price, fees taken off; the rungs of a combo sold are negative as bought. */
    private static Usd least(PlannedOrder order) {
        Usd gross = order.ladder().last().cost(order.multiplier(), order.quantity());
        return (gross.isNegative() ? gross.negated() : gross).minus(order.fees());
    }

    /** Long words lose their delta, on a narrow screen all in brackets; why N shows them whole. */
    private String words(PlannedOrder order) {
        if (width < FULL_WORDS_FROM) {
            return order.words().replaceAll(" \\([^)]*\\)", "");
        }
        return order.words().length() <= MOST_WORDS ? order.words() : order.words().replaceAll(", delta [^)]*", "");
    }

    private static String touch(PlannedOrder o) {
        boolean soldPackage = o.effect() == BookedEvent.Effect.CLOSE && o.legs().size() > 1;
        double bid = soldPackage ? -o.ask() : o.bid();
        double ask = soldPackage ? -o.bid() : o.ask();
        return Text.fixed(bid, 2) + " x " + Text.fixed(ask, 2);
    }

    private List<String> losses() {
        LossTable losses = report.losses();
        List<String> out = new ArrayList<>();
        if (losses == null || losses.columns().isEmpty()) {
            return out;
        }
        out.add("");
        Columns table = new Columns().left("in 5 days, if SPX");
        losses.columns().forEach(c -> table.right(c.name()));
        row(table, "book alone", losses, c -> Text.wholeSigned(c.bookAlone()));
        if (losses.columns().stream().anyMatch(c -> c.heldHedge() != 0)) {
            row(table, "with lots held", losses, c -> Text.wholeSigned(c.bookAlone() + c.heldHedge()));
        }
        row(table, "with this plan", losses, c -> Text.wholeSigned(c.withPlan()));
        row(table, "absorbs", losses, c -> Double.isFinite(c.absorbed()) ? Text.percent(c.absorbed()) : "-");
        table.lines(width, "   ").forEach(line -> out.add(line.startsWith("   with this plan") ? calm(line) : line));
        List<String> most = losses.columns().stream().filter(c -> c.vixAfter() >= VixResponse.CAP)
                .map(LossTable.Column::name).toList();
        if (most.size() > 1) {
            out.addAll(
                    Text.wrap("   ", String.format(Locale.ROOT, "At %s VIX is taken as %.0f, the most that is assumed",
                            String.join(" and ", most), VixResponse.CAP), width));
        }
        return out;
    }

    /** What the hedge loses if nothing moves, beside the column that says so, where there is room. */
    private String calm(String line) {
        double cost = report.losses().columns().stream().filter(c -> c.spxReturn() == 0)
                .mapToDouble(c -> -c.heldHedge() - c.plannedHedge()).findFirst().orElse(Double.NaN);
        String text = line + String.format(java.util.Locale.ROOT, "   calm costs $%,.0f / 5 d", cost);
        return cost > 0 && text.length() <= width ? text : line;
    }

    private static void row(Columns table, String name, LossTable losses,
            Function<LossTable.Column, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        losses.columns().forEach(c -> cells.add(cell.apply(c)));
        table.row(cells.toArray(String[]::new));
    }

    /** Rejected lines by reason, the most frequent reasons first met, two subjects each; and the notes. */
    List<String> notTaken() {
        List<String> out = new ArrayList<>();
        Map<String, List<Refusal>> byReason = new LinkedHashMap<>();
        report.rejected().forEach(r -> byReason.computeIfAbsent(r.because(), k -> new ArrayList<>()).add(r));
        String text = byReason.entrySet().stream().limit(5).map(e -> subjects(e.getValue()) + " (" + e.getKey() + ")")
                .collect(Collectors.joining(" · "));
        if (!text.isEmpty()) {
            out.add("");
            out.addAll(Text.wrap("   Not taken: ", text, width));
        }
        out.addAll(notes());
        return out;
    }

    /** Why there is no order: one sentence a code, and how many more there are like it. */
    List<String> noOrders(List<Refusal> reasons) {
        List<String> out = new ArrayList<>();
        Map<Refusal.Code, List<Refusal>> byCode = new LinkedHashMap<>();
        reasons.forEach(r -> byCode.computeIfAbsent(r.code(), k -> new ArrayList<>()).add(r));
        byCode.forEach((code, all) -> {
            Refusal first = all.get(0);
            String more = all.size() == 1 ? "" : " (and " + (all.size() - 1) + " more like it)";
            out.addAll(Text.wrap("   " + code + "  ", first.subject() + ": " + first.because() + more, width));
        });
        if (reasons.isEmpty()) {
            out.add("   everything is held as the rules want it");
        }
        out.addAll(notes());
        return out;
    }

    private List<String> notes() {
        List<String> out = new ArrayList<>();
        String leading = PresetNote.leading(report).orElse("");
        List<String> plain = report.notes().stream().filter(n -> !n.equals(leading))
                .filter(n -> !n.contains(INTERPOLATED) && !n.startsWith("A market hedge cannot")).toList();
        List<String> forwards = report.notes().stream().filter(n -> n.contains(INTERPOLATED))
                .map(n -> n.substring(0, n.indexOf(INTERPOLATED))).toList();
        List<String> unknown = plain.stream().filter(n -> n.startsWith(NOT_IN_RISK))
                .map(n -> n.substring(NOT_IN_RISK.length())).toList();
        if (!forwards.isEmpty()) {
            out.addAll(Text.wrap("   ", "Forwards taken from neighbours: " + String.join(", ", forwards), width));
        }
        if (!unknown.isEmpty()) {
            String names = unknown.stream().map(n -> n.split(" ", 2)[0]).distinct().collect(Collectors.joining(", "));
            out.addAll(Text.wrap("   ", NOT_IN_RISK + names + ", e.g. " + unknown.get(0), width));
        }
        plain.stream().filter(n -> !n.startsWith(NOT_IN_RISK)).forEach(n -> out.addAll(Text.wrap("   ", n, width)));
        return out;
    }

    private static String subjects(List<Refusal> refusals) {
        String some = refusals.stream().limit(2).map(Refusal::subject).collect(Collectors.joining(", "));
        return refusals.size() <= 2 ? some : some + " and " + (refusals.size() - 2) + " more";
    }
}
