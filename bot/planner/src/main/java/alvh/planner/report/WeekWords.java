package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import alvh.planner.budget.BudgetState;
import alvh.planner.decide.Findings;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.plan.NamesReport;

/** The week's figures in sentences, each beside last week's: Q22's four numbers, base, votes and levels, betas, shares. */
final class WeekWords {
    private static final double BETA_MOVED = 0.10;
    private static final double SHARE_OFF_POINTS = 10;
    private static final double SHARE_OFF_DOLLARS = 150;
    private static final int[] SHARES = {40, 40, 20};
    private final Findings found;
    private final Optional<NamesReport.Name> worst;
    private final SortedMap<String, Double> before;
    private final SortedMap<String, Double> now;
    private final List<String> lines = new ArrayList<>();

    WeekWords(Findings found, Optional<NamesReport.Name> worst, SortedMap<String, Double> before,
            SortedMap<String, Double> now) {
        this.found = found;
        this.worst = worst;
        this.before = before;
        this.now = now;
    }

    List<String> lines() {
        lines.add(now.containsKey(WeekFigures.USED)
                ? "budget used " + figure(WeekFigures.USED, "%.1f %%") + ", with this plan "
                        + text(now.get(WeekFigures.USED_WITH_PLAN), "%.1f %%") + " at worst"
                : "there is no budget: no eligible premium is open or was kept");
        lines.add(now.containsKey(WeekFigures.ABSORPTION)
                ? "absorbs " + figure(WeekFigures.ABSORPTION, "%.0f %%") + " of the book's loss in a -5 % week"
                : found.picture().vixKnown() && found.picture().state().spx() > 0
                        ? "what can be valued of the book has no loss in a -5 % week"
                        : "absorption in a -5 % week is unknown: SPX, VIX, VVIX or the curve is missing");
        lines.add(now.containsKey(WeekFigures.THETA)
                ? "held and planned hedges take by time " + figure(WeekFigures.THETA, "%.0f %%")
                        + " of what the book earns by it"
                : "what hedges take of the book's time value is unknown: the book earns none, or cannot be valued");
        lines.add("worst name no market hedge reaches: " + worst.map(name -> name.symbol() + ", "
                + figure(WeekFigures.UNHEDGEABLE, "$%,.2f") + counted(name)).orElse("none"));
        lines.add("premium open " + figure("premium.open.usd", "$%,.2f") + ", kept " + figure("premium.realised.usd",
                "$%,.2f") + ", budget left " + figure("budget.left.usd", "$%,.2f"));
        tests();
        lines.add("votes " + figure("votes", "%.1f") + levels());
        betas();
        tiers();
        shares();
        return List.copyOf(lines);
    }

    private static String counted(NamesReport.Name name) {
        return name.fragility().multiplier() > 1 ? " (alone down 20 % it loses " + NameWords.alone(name) + ")" : "";
    }

    private String figure(String name, String format) {
        return text(now.get(name), format) + was(text(before.get(name), format), text(now.get(name), format), name);
    }

    private String was(String then, String today, String name) {
        return !before.containsKey(name) || then.equals(today) ? "" : " (was " + then + ")";
    }

    private static String text(Double value, String format) {
        return value == null ? "unknown" : String.format(Locale.ROOT, format, value);
    }

    /** Methodology 3.7: when the base shrinks there are no forced sales. */
    private void tests() {
        BudgetState budget = found.assessment().budget();
        if (found.assessment().budgetBroken()) {
            lines.add("the base has shrunk: charged " + budget.cumHedge().text() + " against " + budget.flowCap().text()
                    + ", unrecovered " + budget.unrecovered().text() + " against " + budget.stockCap().text()
                    + ": nothing is bought, and only what is past its roll or saves too little is released");
        }
    }

    private String levels() {
        return java.util.Arrays.stream(LayerId.values()).map(layer -> {
            String name = "level." + layer.code();
            return ", " + layer.word() + " " + level(now.get(name))
                    + was(level(before.get(name)), level(now.get(name)), name);
        }).collect(Collectors.joining());
    }

    private static String level(Double ordinal) {
        boolean known = ordinal != null && ordinal >= 0 && ordinal < Level.values().length;
        return known ? Level.values()[ordinal.intValue()].name() : "unknown";
    }

    private void betas() {
        lines.add("book beta " + figure("beta.book.fast", "%.2f") + " fast, " + figure("beta.book.slow", "%.2f")
                + " slow");
        String moved = names("beta.", ".slow").stream().filter(name -> moved("beta." + name + ".slow"))
                .map(name -> name + " " + figure("beta." + name + ".slow", "%.2f")).collect(Collectors.joining(", "));
        if (!moved.isEmpty()) {
            lines.add("slow betas that moved by 0.10 or more: " + moved);
        }
        String came = names("beta.", ".slow").stream()
                .filter(name -> !before.isEmpty() && !before.containsKey("beta." + name + ".slow"))
                .collect(Collectors.joining(", "));
        String went = names("beta.", ".slow").stream().filter(name -> !now.containsKey("beta." + name + ".slow"))
                .collect(Collectors.joining(", "));
        if (!came.isEmpty() || !went.isEmpty()) {
            lines.add("names: " + (came.isEmpty() ? "" : "new " + came) + (came.isEmpty() || went.isEmpty() ? "" : ", ")
                    + (went.isEmpty() ? "" : "gone " + went));
        }
    }

    private boolean moved(String figure) {
        Double then = before.get(figure);
        Double today = now.get(figure);
        return then != null && today != null && Math.rint(Math.abs(today - then) * 1e9) / 1e9 >= BETA_MOVED;
    }

    /** Hedge-credit tiers (F11), where they are known: 1 for A, 0.5 for B, 0 for C. */
    private void tiers() {
        String changed = names(WeekFigures.CREDIT, "").stream()
                .filter(name -> before.containsKey(WeekFigures.CREDIT + name)
                        && !before.get(WeekFigures.CREDIT + name).equals(now.get(WeekFigures.CREDIT + name)))
                .map(name -> name + " " + figure(WeekFigures.CREDIT + name, "%.1f")).collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            lines.add("hedge credit by tier changed: " + changed);
        }
    }

    private SortedSet<String> names(String head, String tail) {
        SortedSet<String> names = new TreeSet<>();
        for (SortedMap<String, Double> figures : List.of(before, now)) {
            figures.keySet().stream().filter(key -> key.startsWith(head) && key.endsWith(tail))
                    .map(key -> key.substring(head.length(), key.length() - tail.length()))
                    .filter(name -> !name.equals("book")).forEach(names::add);
        }
        return names;
    }

    /** Methodology 2.6 rule 3: 40/40/20 in dollars; a layer counts as off by more than 10 points and more than $150. */
    private void shares() {
        var parts = new ArrayList<String>();
        var off = new ArrayList<String>();
        double held = 0;
        for (LayerId layer : LayerId.values()) {
            held += now.getOrDefault("held." + layer.code() + ".usd", 0.0);
        }
        if (held == 0) {
            lines.add("no hedge is held yet: nothing to compare with 40/40/20");
            return;
        }
        for (LayerId layer : LayerId.values()) {
            parts.add(layer.word() + " " + figure("held." + layer.code() + ".usd", "$%,.2f") + " = "
                    + figure("held." + layer.code() + ".percent", "%.0f %%"));
            double points = now.get("held." + layer.code() + ".percent") - SHARES[layer.ordinal()];
            double dollars = held * points / 100;
            if (Math.abs(points) > SHARE_OFF_POINTS && Math.abs(dollars) > SHARE_OFF_DOLLARS) {
                off.add(String.format(Locale.ROOT, "%s by %+.0f points, $%,.2f", layer.word(), points,
                        Math.abs(dollars)));
            }
        }
        lines.add("held against 40/40/20: " + String.join(", ", parts) + (off.isEmpty()
                ? "; no layer is off by more than 10 points and $150"
                : "; off by more than 10 points and $150: " + String.join(", ", off)));
    }
}
