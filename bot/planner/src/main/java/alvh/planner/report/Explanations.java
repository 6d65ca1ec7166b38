package alvh.planner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import alvh.planner.decide.Findings;
import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.LotAhead;
import alvh.planner.layer.NextStep;
import alvh.planner.layer.VoteSteps;
import alvh.planner.plan.Explanation;
import alvh.planner.plan.Explanation.Line;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanDetails;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;

/** Writes the explanation from what a plan found and from the other parts of its report. */
final class Explanations {
    private static final String DECISION = "decision";
    private final Findings found;
    private final PlanReport report;
    private final Explanation.Builder out = new Explanation.Builder();

    private Explanations(Findings found, PlanReport report) {
        this.found = found;
        this.report = report;
    }

    /** @param others the report's other parts, whose lines become sections */
    static Explanation of(Findings found, PlanReport report, PlanDetails others) {
        var build = new Explanations(found, report);
        build.decision();
        build.layers();
        build.out.section("signals", "THE SIGNALS, AND WHAT EACH CAN CHANGE", SignalLines.of(report.signals()));
        build.out.section("votes", "WHAT EACH SIGNAL COULD ADD",
                VoteSteps.of(found.assessment().signals()).stream().map(Line::of).toList());
        build.lots();
        build.out.section("buys", "WHAT THE PREMIUM BUYS", Costs.buys(report.losses()));
        build.out.section("cost", "WHAT IT COSTS", Costs.of(found, report));
        build.others(others);
        build.out.section("rejected", "NOT TAKEN", build.rejected(""));
        build.out.sentences("notes", "TO KNOW",
                report.notes().stream().filter(note -> !build.leads(note)).toList());
        return build.out.done();
    }

    /** What a preset other than the default costs leads everything; the default's stands under what is to know. */
    private boolean leads(String note) {
        return found.picture().settings().preset() != HedgeSettings.Preset.DEFAULT && note.startsWith("preset ");
    }

    private void decision() {
        var lines = new ArrayList<Line>();
        report.notes().stream().filter(this::leads).forEach(note -> lines.add(Line.of(note)));
        if (found.orders().isEmpty()) {
            lines.addAll(reasons(found.blind() ? "No decision is possible" : "Nothing is sent", found.rejected()));
        }
        for (PlannedOrder order : found.orders()) {
            lines.add(Line.of(order.step() + "  " + order.layer().word() + ": " + order.words()
                    + (order.worstCase().isPositive() ? ", at most " + order.worstCase().text() : "") + ", because "
                    + order.because()));
        }
        out.section(DECISION, "WHAT WAS DECIDED", lines);
    }

    /** The first reason of each code; all of them stand under their layer or under what was not taken. */
    private static List<Line> reasons(String head, List<Refusal> reasons) {
        if (reasons.isEmpty()) {
            return List.of(Line.of(head + ": everything is held as the rules want it"));
        }
        Map<Refusal.Code, Refusal> first = new LinkedHashMap<>();
        reasons.forEach(r -> first.putIfAbsent(r.code(), r));
        var lines = new ArrayList<Line>();
        first.forEach((code, r) -> lines.add(Line.of(head + ", because " + code + ": " + r.subject() + ": "
                + r.because())));
        return lines;
    }

    private void layers() {
        for (LayerDecision decision : found.gates().decisions()) {
            List<Line> lines = LayerChapter.of(found, decision);
            lines.addAll(rejected(decision.layer().word()));
            out.section("layer." + decision.layer().code(),
                    decision.layer().word().toUpperCase(Locale.ROOT) + "  " + decision.now(), lines);
        }
    }

    private void lots() {
        var lines = new ArrayList<Line>();
        List<PlanReport.LotLine> left = new ArrayList<>(report.lots());
        for (LotAhead ahead : LotAhead.of(found.held().facts(), found.context(), found.picture().calendar())) {
            List<PlanReport.LotLine> own = left.stream().filter(lot -> ahead.lotIds().contains(lot.lotId())).toList();
            left.removeAll(own);
            own.forEach(lot -> lines.add(lot(lot)));
            for (NextStep step : ahead.steps()) {
                Line line = Line.of(step);
                lines.add(new Line(own.get(0).words() + ": " + line.text(), line.compared()));
            }
        }
        left.forEach(lot -> lines.add(lot(lot)));
        out.section("lots", "THE LOTS HELD, AND WHAT IS NEXT", lines);
    }

    private static Line lot(PlanReport.LotLine lot) {
        return Line.of(lot.words() + ", " + lot.openQuantity() + " held as " + lot.lotId() + ", worth "
                + Explanation.dollars(lot.mark()) + ": " + lot.decision() + " because " + lot.because());
    }

    private void others(PlanDetails details) {
        out.sentences("names", "THE NAMES", details.names().lines());
        out.sentences("market", "THE OPTION MARKET, AND PAST CRASHES", details.market().lines());
        out.sentences("what-if", "AT ANOTHER SHARE OF THE PREMIUM", details.whatIf().lines());
        out.sentences("conduct", "HOW THE HEDGE IS KEPT", details.conduct().lines());
        out.sentences("week", "THE WEEK", details.week().lines());
        out.sentences("break-evens", "BREAK-EVENS", details.breakEvens().lines());
    }

    /** Refusals of one layer, or with "" of none, one line a reason with all that it concerns. */
    private List<Line> rejected(String layer) {
        Map<String, List<Refusal>> byReason = new LinkedHashMap<>();
        for (Refusal refusal : found.rejected()) {
            if (layer.equals(layerOf(refusal))) {
                byReason.computeIfAbsent(refusal.code() + " " + refusal.because(), key -> new ArrayList<>())
                        .add(refusal);
            }
        }
        return byReason.values().stream().map(same -> Line.of("not taken, " + same.get(0).code() + ": "
                + same.stream().map(r -> subject(r, layer)).distinct().collect(Collectors.joining(", ")) + ": "
                + same.get(0).because())).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String subject(Refusal refusal, String layer) {
        String own = refusal.subject().substring(layer.length()).strip();
        return own.isEmpty() ? "the layer" : own;
    }

    private String layerOf(Refusal refusal) {
        return found.gates().decisions().stream().map(d -> d.layer().word())
                .filter(word -> refusal.subject().startsWith(word)).findFirst().orElse("");
    }
}
