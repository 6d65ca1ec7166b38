package alvh.planner.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import alvh.planner.decide.Findings;
import alvh.planner.decide.Shadow;
import alvh.planner.decide.Sizing;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.WhatIf;

/** What 15, 20 and 25 % of the premium would do, from what the planner would do at each share. */
final class WhatIfs {
    private static final double CRASH = -0.0999;
    private static final int DAYS_A_YEAR = 365;

    private WhatIfs() {}

    static WhatIf of(Findings found) {
        Sizing.Result result = found.result();
        if (result == null || result.alternatives().isEmpty()) {
            return WhatIf.NONE;
        }
        List<WhatIf.Share> shares = result.alternatives().stream().map(other -> share(other, found)).toList();
        var lines = new ArrayList<String>();
        shares.forEach(share -> lines.add(sentence(share)));
        Shadow shadow = result.shadow();
        if (shadow.known()) {
            lines.add(shadow.sentence());
        }
        return new WhatIf(shares, shadow.price(), shadow.over(), lines);
    }

    private static WhatIf.Share share(Sizing.Alternative other, Findings found) {
        LossTable losses = Losses.of(found.book(), other.hedge(), other.taken(), found.picture());
        List<WhatIf.Absorbed> absorbed = losses.columns().stream().filter(column -> column.spxReturn() < CRASH)
                .map(column -> new WhatIf.Absorbed(column.name(), column.bookAlone(),
                        column.heldHedge() + column.plannedHedge(), column.absorbed()))
                .toList();
        var buys = new ArrayList<String>();
        other.taken().forEach((candidate, units) -> buys.add(units + " " + candidate.words()));
        Costs.Decay decay = Costs.Decay.of(other.hedge(), other.taken(), found.picture());
        BigDecimal set = found.assessment().budget().share();
        return new WhatIf.Share(other.budget().share(), other.budget().share().compareTo(set) == 0,
                other.budget().capTotal(), other.budget().available(), buys, other.worstCase(), other.cvar(), absorbed,
                cents(decay.dollars() * DAYS_A_YEAR / decay.days()));
    }

    private static double cents(double dollars) {
        return Math.rint(dollars * 100) / 100 + 0.0;
    }

    private static String sentence(WhatIf.Share share) {
        String buys = share.buys().isEmpty()
                ? "buys nothing"
                : "buys " + String.join(", ", share.buys()) + " for at most " + share.worstCase().text();
        String takes = share.absorbed().stream()
                .map(a -> a.name() + " " + (Double.isFinite(a.part())
                        ? String.format(Locale.ROOT, "%.0f %%", 100 * a.part())
                        : "n/a"))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%s %%%s: ceiling %s, %s left; %s; takes of the book's loss at SPX %s; "
                + "%s about $%,.0f a year if nothing moves", percent(share.share()),
                share.current() ? " (set)" : "", share.ceiling().text(), share.available().text(), buys, takes,
                share.decayAYear() < 0 ? "gains" : "costs", Math.abs(share.decayAYear()));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
