package alvh.planner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import alvh.planner.decide.Findings;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.plan.BreakEvens;
import alvh.planner.plan.NamesReport;
import alvh.planner.plan.Past;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Recalibration;
import alvh.planner.plan.Refusal;

/** Writes the weekly entry (methodology 3.7) from a plan's findings and last week's figures. */
final class Recalibrations {
    private Recalibrations() {}

    static Recalibration of(Findings found, NamesReport names, BreakEvens map) {
        return switch (found.input().kind()) {
            case MARKS -> Recalibration.NONE;
            case DAILY, BY_HAND -> Recalibration.figuresOnly(WeekFigures.of(found, names));
            case WEEKLY -> weekly(found, names, map);
        };
    }

    private static Recalibration weekly(Findings found, NamesReport names, BreakEvens map) {
        SortedMap<String, Double> now = WeekFigures.of(found, names);
        Past.WeekEntry last = found.input().past().lastWeek();
        SortedMap<String, Double> before = last == null ? new TreeMap<>() : last.figures();
        List<String> lines = new ArrayList<>(
                new WeekWords(found, NameWords.worst(names.names()).filter(name -> name.ownLoss() > 0), before, now)
                        .lines());
        if (last == null) {
            lines.add("the first weekly entry: there is nothing to compare with");
        }
        map.lines().stream().limit(1).forEach(line -> lines.add("break-even " + line));
        lines.add(rollsFirst(found.orders()));
        lines.add(verdict(found));
        return new Recalibration(now, last == null ? null : last.date(), last == null
                ? List.of()
                : changes(before, now), lines, choice(found.orders()));
    }

    private static List<Recalibration.Change> changes(SortedMap<String, Double> before, SortedMap<String, Double> now) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        return names.stream().filter(name -> !java.util.Objects.equals(before.get(name), now.get(name)))
                .map(name -> new Recalibration.Change(name, before.get(name), now.get(name))).toList();
    }

    private static String rollsFirst(List<PlannedOrder> orders) {
        long rolls = orders.stream().filter(Recalibrations::rolls).count();
        long adds = orders.stream().filter(o -> o.effect() == Effect.OPEN && !rolls(o)).count();
        return rolls == 0 && adds == 0
                ? "no roll is due and nothing is added"
                : "rolls before adds: " + rolls + " orders of rolls, " + adds + " of adds";
    }

    /** A roll is one order, or a sale and the buy that waits for it. */
    private static boolean rolls(PlannedOrder order) {
        return order.effect() == Effect.ROLL || order.dependsOn() > 0;
    }

    private static String verdict(Findings found) {
        if (!found.orders().isEmpty()) {
            return "adapt, because " + found.orders().stream().map(Recalibrations::because).distinct()
                    .collect(Collectors.joining("; "));
        }
        if (found.rejected().isEmpty()) {
            return "stay with the thesis, because everything is held as the rules want it";
        }
        Map<Refusal.Code, Refusal> first = new LinkedHashMap<>();
        found.rejected().forEach(r -> first.putIfAbsent(r.code(), r));
        String reasons = first.values().stream().map(r -> r.subject() + ": " + r.because()).limit(3)
                .collect(Collectors.joining("; "));
        return "stay with the thesis, because " + (found.blind()
                ? "no decision is possible: "
                : "") + reasons;
    }

    /** The first of an order's reasons: the level, the roll, the rung or the release. */
    private static String because(PlannedOrder order) {
        String first = order.because().split("; ", 2)[0];
        String layer = order.layer().word();
        return first.startsWith(layer) ? first : layer + ": " + first;
    }

    private static String choice(List<PlannedOrder> orders) {
        if (orders.isEmpty()) {
            return "LOYALTY";
        }
        return orders.stream().anyMatch(o -> o.effect() == Effect.OPEN && !rolls(o)) ? "THIRD" : "MOTION";
    }
}
