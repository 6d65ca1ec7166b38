package alvh.planner.world;

import java.util.stream.Collectors;

import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;

/** A plan in a few lines, for messages of failing tests. */
public final class Show {
    private Show() {}

    public static String of(PlanOutcome outcome) {
        var text = new StringBuilder(outcome.getClass().getSimpleName()).append('\n');
        if (outcome instanceof PlanOutcome.Planned planned) {
            text.append(planned.plan().shortHash()).append(" worst ").append(planned.plan().worstCase().text())
                    .append('\n');
            planned.plan().orders().forEach(o -> text.append(o.step()).append(' ').append(o.layer()).append(' ')
                    .append(o.words()).append(" ladder ").append(o.ladder().rungs()).append(" worst ")
                    .append(o.worstCase().text()).append(" quote ").append(o.bid()).append(" x ").append(o.ask())
                    .append(' ').append(o.because()).append('\n'));
        }
        PlanReport r = outcome.report();
        text.append("budget cap ").append(r.budget().capTotal().text()).append(" left ")
                .append(r.budget().available().text()).append(" premium ").append(r.budget().premiumOpen().text())
                .append('\n');
        r.book().forEach(b -> text.append(b.structure().id()).append(" now ").append(b.valueNow()).append(' ')
                .append(b.remark()).append('\n'));
        r.layers().forEach(l -> text.append(l).append('\n'));
        r.certificates().forEach(c -> text.append(c.layer()).append(' ').append(c.valid()).append(' ')
                .append(c.signatures()).append('\n'));
        r.losses().columns().forEach(c -> text.append(c).append('\n'));
        r.lots().forEach(l -> text.append(l).append('\n'));
        text.append(r.rejected().stream().map(Object::toString).collect(Collectors.joining("\n"))).append('\n');
        r.notes().forEach(n -> text.append("note ").append(n).append('\n'));
        return text.append("shadow ").append(r.shadowPrice()).toString();
    }
}
