package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.decide.Assessment;
import alvh.planner.decide.Findings;
import alvh.planner.decide.Sizing;
import alvh.planner.layer.LevelFold;
import alvh.planner.layer.LotDecision;
import alvh.planner.layer.LotFacts;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.HeldLots;
import alvh.planner.line.LinePricer;
import alvh.planner.line.PackageQuote;
import alvh.planner.line.Picture;
import alvh.planner.line.Words;
import alvh.planner.plan.BookLine;
import alvh.planner.plan.BreakEvens;
import alvh.planner.plan.Conduct;
import alvh.planner.plan.Explanation;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.MarketReport;
import alvh.planner.plan.NamesReport;
import alvh.planner.plan.PlanDetails;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.Recalibration;
import alvh.planner.plan.WhatIf;
import alvh.planner.portfolio.Beta;
import alvh.planner.portfolio.Structure;
import alvh.planner.portfolio.StructureType;
import alvh.planner.signal.Signal;
import alvh.planner.signal.SignalId;

/** The plan's outcome and its report, from what the steps found. */
public final class Reports {
    private Reports() {}

    static List<BookLine> book(Assessment assessment, Picture picture) {
        var lines = new ArrayList<BookLine>();
        for (Structure structure : assessment.structures()) {
            if (structure.type() == StructureType.HEDGE) {
                continue;
            }
            List<LotLeg> closing = structure.legs().stream()
                    .map(leg -> new LotLeg(leg.key(), leg.ratio(), leg.side().opposite())).toList();
            PackageQuote quote = PackageQuote.of(closing, picture);
            int multiplier = alvh.planner.market.ContractRules.multiplier(closing.get(0).key());
            double now = quote.usable()
                    ? Math.rint(quote.mid() * multiplier * structure.openQuantity() * 100) / 100
                    : Double.NaN;
            Beta beta = assessment.exposure().betas().get(structure.underlying());
            boolean known = beta != null && beta.known();
            String remark = String.join("; ", structure.remarks());
            if (!quote.usable()) {
                remark = remark.isEmpty() ? quote.detail() : remark + "; " + quote.detail();
            }
            lines.add(new BookLine(structure, now, known ? beta.slow() : Double.NaN,
                    known ? beta.rSquared() : Double.NaN, known ? beta.hedgeableShare() : Double.NaN, remark));
        }
        return List.copyOf(lines);
    }

    static List<PlanReport.LotLine> lots(HeldLots held, Picture picture) {
        var lines = new ArrayList<PlanReport.LotLine>();
        for (LotDecision decision : held.decisions()) {
            LotFacts facts = held.facts().stream().filter(f -> f.lot().lotId().equals(decision.lotId())).findFirst()
                    .orElseThrow();
            String words = Words.of(facts.lot().legs(), picture.today());
            String verb = switch (decision.kind()) {
                case HOLD -> "hold";
                case ROLL_DUE -> "roll " + decision.quantity();
                case HARVEST -> "harvest " + decision.quantity();
                case RELEASE -> "release " + decision.quantity();
                case FLOOR -> "sell " + decision.quantity();
                case AWAIT_SETTLEMENT -> "awaits settlement";
            };
            double mark = Math.rint(facts.mark() * facts.lot().openQuantity() * LinePricer.MULTIPLIER * 100) / 100;
            lines.add(new PlanReport.LotLine(decision.lotId(), words, facts.lot().openQuantity(), mark, verb,
                    decision.because()));
        }
        return List.copyOf(lines);
    }

    static List<Signal> signals(Assessment assessment) {
        var signals = new ArrayList<Signal>();
        for (SignalId id : SignalId.values()) {
            Signal signal = assessment.signals().all().get(id);
            if (signal != null) {
                signals.add(signal);
            }
        }
        return signals;
    }

    /** @param mapped with the break-even map, which costs milliseconds and decides nothing */
    public static PlanOutcome outcome(Findings found, boolean mapped) {
        PlanReport report = of(found, mapped);
        HedgePlan plan = found.plan();
        if (plan != null) {
            return new PlanOutcome.Planned(plan, report);
        }
        return found.blind()
                ? new PlanOutcome.Impossible(found.rejected(), report)
                : new PlanOutcome.NothingToDo(found.rejected(), report);
    }

    private static PlanReport of(Findings found, boolean mapped) {
        Assessment assessment = found.assessment();
        LossTable losses = Losses.of(found.book(), found.hedge(), found.valued(), found.picture());
        Sizing.Result result = found.result();
        var plain = new PlanReport(book(assessment, found.picture()), assessment.exposure().betaFast(),
                assessment.exposure().betaSlow(), assessment.exposure().hedgeableShare(), assessment.budget(),
                signals(assessment), assessment.signals().votes(),
                LevelFold.regime(assessment.stored(), assessment.signals()), found.gates().decisions(),
                assessment.levelsNow(), lots(found.held(), found.picture()),
                found.certificates(), losses, found.rejected(),
                result == null ? Double.NaN : result.shadow().price(), found.notes(), PlanDetails.NONE);
        return plain.with(details(found, mapped, plain));
    }

    /** Each part is one room's answer; the week and the explanation read the others. */
    private static PlanDetails details(Findings found, boolean mapped, PlanReport plain) {
        NamesReport names = NamesReports.of(found);
        MarketReport market = MarketReports.of(found);
        WhatIf whatIf = WhatIfs.of(found);
        BreakEvens breakEvens = mapped ? BreakEvenMap.of(found) : BreakEvens.NONE;
        Conduct conduct = Conducts.of(found, plain);
        Recalibration week = Recalibrations.of(found, names, breakEvens);
        var others = new PlanDetails(names, market, whatIf, breakEvens, conduct, week, Explanation.NONE);
        Explanation explanation = Explanations.of(found, plain, others);
        return new PlanDetails(names, market, whatIf, breakEvens, conduct, week, explanation);
    }
}
