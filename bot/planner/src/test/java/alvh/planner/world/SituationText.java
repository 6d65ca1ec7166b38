package alvh.planner.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.LayerDecision;
import alvh.planner.plan.BookLine;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;

/** What a plan decided, as the lines of a situation's {@code [expect]}; and a difference of such lines for people. */
public final class SituationText {
    private SituationText() {}

    public static List<String> decisions(PlanOutcome outcome) {
        var lines = new ArrayList<String>();
        lines.add(line("outcome", kind(outcome)));
        orders(outcome).forEach(order -> order(order, lines));
        PlanReport report = outcome.report();
        report.book().forEach(book -> lines.add(book(book)));
        lines.add(budget(report.budget()));
        lines.add(line("regime", report.regime() + ", votes " + number(report.votes())));
        report.signals().stream().filter(s -> s.id().vote().startsWith("V") && (s.vote() > 0 || !s.known()))
                .forEach(s -> lines.add(line("signal " + s.id().vote(), s.known()
                        ? number(s.vote()) + ", " + s.reading()
                        : "missing, " + s.missing())));
        for (LayerDecision layer : report.layers()) {
            lines.add(line(layer.layer().word().toLowerCase(java.util.Locale.ROOT), layer(layer)));
        }
        for (PlanReport.LotLine lot : report.lots()) {
            lines.add(line("lot " + lot.lotId(), lot.words() + ", " + lot.openQuantity() + " open, marked "
                    + number(lot.mark()) + ": " + lot.decision() + "; " + lot.because()));
        }
        for (Certificate certificate : report.certificates()) {
            lines.add(line("certified", certificate.layer().word() + " " + certificate(certificate)));
        }
        report.certificates().stream().limit(1).flatMap(c -> c.signatures().stream())
                .filter(s -> s.signer() == Certificate.Signer.HUMAN)
                .forEach(s -> lines.add(line("human", s.because())));
        for (Refusal refusal : refusals(outcome)) {
            lines.add(line("refused", refusal.code() + " | " + refusal.subject() + " | " + refusal.because()));
        }
        return lines;
    }

    public static List<String> explanation(PlanOutcome outcome) {
        return outcome.report().details().explanation().lines().stream().map(String::stripTrailing)
                .filter(line -> !line.isBlank()).toList();
    }

    private static String kind(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Planned planned -> "PLANNED, worst case " + planned.plan().worstCase().text()
                    + (planned.plan().personNeeded() ? ", for a person alone to approve" : "");
            case PlanOutcome.NothingToDo nothing -> "NOTHING TO DO";
            case PlanOutcome.Impossible impossible -> "IMPOSSIBLE";
        };
    }

    private static List<PlannedOrder> orders(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Planned planned -> planned.plan().orders();
            case PlanOutcome.NothingToDo nothing -> List.of();
            case PlanOutcome.Impossible impossible -> List.of();
        };
    }

    /** What the report rejects, and reasons that it does not know of. */
    private static List<Refusal> refusals(PlanOutcome outcome) {
        var all = new java.util.LinkedHashSet<>(outcome.report().rejected());
        all.addAll(switch (outcome) {
            case PlanOutcome.Planned planned -> List.of();
            case PlanOutcome.NothingToDo nothing -> nothing.reasons();
            case PlanOutcome.Impossible impossible -> impossible.reasons();
        });
        return List.copyOf(all);
    }

    private static String book(BookLine book) {
        var s = book.structure();
        return line("book", s.type() + " " + s.id() + ": " + s.openQuantity() + " of " + s.originalQuantity()
                + ", eligible premium " + s.eligiblePremiumOpen().text()
                + (book.remark().isEmpty() ? "" : "; " + book.remark()));
    }

    private static void order(PlannedOrder order, List<String> lines) {
        lines.add(line("order " + order.step(), order.effect() + " " + order.layer().word() + ": " + order.words()));
        lines.add(line("", "limit " + order.ladder().rungs().stream().map(p -> number(p.toDouble()))
                .collect(Collectors.joining(", ")) + " on " + number(order.bid()) + " x " + number(order.ask())
                + ", worst case " + order.worstCase().text()
                + (order.closesLots().isEmpty() ? "" : ", lots " + String.join(" ", order.closesLots()))
                + (order.dependsOn() == 0 ? "" : ", after the fill of " + order.dependsOn())
                + (order.because().isEmpty() ? "" : "; " + order.because())));
    }

    private static String budget(BudgetState budget) {
        return line("budget", "premium " + budget.premiumOpen().text() + " open and " + budget.premiumRealised().text()
                + " kept; cap " + budget.capTotal().text() + ", charged " + budget.cumHedge().text()
                + ", open cost " + budget.unrecovered().text() + ", left " + budget.available().text());
    }

    private static String layer(LayerDecision layer) {
        return layer.before() + " -> " + layer.now() + ", buys "
                + (layer.buysAllowed() ? layer.throttlePercent() + " %" : "closed")
                + (layer.gate().isEmpty() ? "" : " (" + layer.gate() + ")") + "; " + layer.because() + "; next: "
                + layer.next();
    }

    private static String certificate(Certificate certificate) {
        String no = certificate.signatures().stream()
                .filter(s -> !s.signed() && s.signer() != Certificate.Signer.HUMAN)
                .map(s -> s.signer() + ": " + s.because()).collect(Collectors.joining("; "));
        return certificate.valid() ? "yes" : "no, " + no;
    }

    private static String line(String head, String tail) {
        return String.format(java.util.Locale.ROOT, "%-13s %s", head, tail).stripTrailing();
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "unknown"
                : new java.math.BigDecimal(Double.toString(Math.rint(value * 10_000) / 10_000)).stripTrailingZeros()
                        .toPlainString();
    }

    /** A difference by lines: unchanged ones behind two spaces, expected ones behind "- ", planned ones behind "+ ". */
    public static String difference(List<String> expected, List<String> actual) {
        int[][] common = new int[expected.size() + 1][actual.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = actual.size() - 1; j >= 0; j--) {
                common[i][j] = expected.get(i).equals(actual.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var text = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < actual.size()) {
            boolean same = i < expected.size() && j < actual.size() && expected.get(i).equals(actual.get(j));
            if (same) {
                text.append("  ").append(actual.get(j++)).append('\n');
                i++;
            } else if (j == actual.size() || i < expected.size() && common[i + 1][j] >= common[i][j + 1]) {
                text.append("- ").append(expected.get(i++)).append('\n');
            } else {
                text.append("+ ").append(actual.get(j++)).append('\n');
            }
        }
        return text.toString();
    }
}
