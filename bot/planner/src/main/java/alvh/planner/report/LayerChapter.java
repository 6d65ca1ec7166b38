package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import alvh.planner.decide.Findings;
import alvh.planner.decide.SizingInputs;
import alvh.planner.layer.BuyGate;
import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.LayerSteps;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.Explanation.Compared;
import alvh.planner.plan.Explanation.Line;

/** One layer in sentences: its level, gate, share and certificate, each by its number, and what would move it. */
final class LayerChapter {
    private final Findings found;
    private final LayerDecision decision;
    private final LayerId layer;
    private final List<Line> lines = new ArrayList<>();

    private LayerChapter(Findings found, LayerDecision decision) {
        this.found = found;
        this.decision = decision;
        this.layer = decision.layer();
    }

    /** @return a list that the caller may go on with */
    static List<Line> of(Findings found, LayerDecision decision) {
        var chapter = new LayerChapter(found, decision);
        chapter.level();
        chapter.gate();
        chapter.share();
        chapter.certificate();
        chapter.steps();
        return chapter.lines;
    }

    private void level() {
        lines.add(Line.of(decision.now() + " because " + decision.because()
                + (decision.now() == decision.before() ? "" : "; it was " + decision.before() + " at the last close")));
    }

    private void gate() {
        BuyGate gate = found.gates().gates().get(layer);
        if (!gate.open()) {
            lines.add(Line.of("no buys: " + gate.because()));
        } else if (gate.throttlePercent() < 100) {
            lines.add(Line.of("buys at " + gate.throttlePercent() + " %: " + gate.because()));
        }
    }

    /** Row (3) of methodology 4.2, and row (4) for a layer that holds nothing; where it may buy. */
    private void share() {
        BuyGate gate = found.gates().gates().get(layer);
        if (decision.now().thirds() == 0 || !gate.open() || !byShares()) {
            return;
        }
        Usd cap = found.assessment().budget().capTotal();
        Level level = decision.now();
        Usd share = SizingInputs.layerShare(layer, level.thirds(), gate.throttlePercent(), cap);
        Usd held = found.assessment().budget().unrecoveredByLayer().getOrDefault(layer, Usd.ZERO);
        lines.add(new Line("its share at this level is " + share.text() + " ("
                + SizingInputs.theta(layer).movePointRight(2).toBigInteger() + " % x " + level.thirds() + "/3 of "
                + cap.text() + (gate.throttlePercent() < 100 ? ", " + gate.throttlePercent() + " % of it" : "")
                + "), held " + held.text(),
                Compared.of("unrecovered cost held in dollars", held.toDouble(), "<=", share.toDouble())));
        if (found.held().heldOf(layer) == 0) {
            lines.add(Line.of("it holds nothing, so one first unit may cost up to "
                    + cap.share(SizingInputs.phi(layer)).text()));
        }
    }

    /** Whether the layers are sized by the shares of methodology 4.2; other presets say their own rule. */
    private boolean byShares() {
        return switch (found.input().settings().preset()) {
            case DEFAULT, OFF -> true;
            case ALVH442, VXTH -> false;
        };
    }

    /** Whether the votes alone move this layer: in a bundle the others follow Base, and vxth does not vote. */
    private boolean byVotes() {
        return switch (found.input().settings().preset()) {
            case DEFAULT, OFF -> true;
            case ALVH442 -> layer == LayerId.BASE;
            case VXTH -> false;
        };
    }

    private void steps() {
        if (byVotes()) {
            var steps = LayerSteps.of(layer, decision.now(), found.assessment().stored(), found.assessment().signals());
            steps.forEach(step -> lines.add(Line.of(step)));
            if (steps.isEmpty() && !decision.next().isEmpty()) {
                lines.add(Line.of("next: " + decision.next()));
            }
        }
    }

    private void certificate() {
        if (found.result() == null) {
            return;
        }
        for (Certificate certificate : found.result().certificates()) {
            if (certificate.layer() == layer) {
                String signatures = certificate.signatures().stream().filter(s -> !unasked(s))
                        .map(s -> s.signer() + (s.signed() ? " signs (" : human(s) ? " (" : " does not sign (")
                                + s.because() + ")")
                        .collect(Collectors.joining(", "));
                lines.add(Line.of("certificate " + (certificate.valid() ? "valid" : "not valid") + ": " + signatures));
            }
        }
    }

    /** By whom a plan was approved the journal knows; here only the reasons for which a person must be asked. */
    private static boolean unasked(Certificate.Signature signature) {
        return human(signature) && signature.because().startsWith(Certificate.IF_ASKED);
    }

    /** The person comes last, after the plan is made. */
    private static boolean human(Certificate.Signature signature) {
        return signature.signer() == Certificate.Signer.HUMAN;
    }
}
