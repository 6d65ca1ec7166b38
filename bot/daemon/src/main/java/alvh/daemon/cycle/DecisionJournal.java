package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.BookLine;
import alvh.planner.plan.DecisionPoint;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PlanningInput;
import alvh.planner.portfolio.BookTags;

/**
 * The decision journal (methodology 1.3): theses frozen when a structure is first seen, each decision point once a day, and
 * what each choice has cost against the other one after 5 and 20 sessions. The desk's thread.
 */
final class DecisionJournal {

    private final Map<String, JournalRecord.Memory.Thesis> theses = new TreeMap<>();
    private final Set<String> told = new HashSet<>();
    private final Counterfactuals counterfactuals = new Counterfactuals();
    private final Consumer<JournalRecord> book;
    private String configHash = "";
    private MarketSnapshot market;
    private Ledger ledger = Ledger.EMPTY;

    /** @param book appends a record */
    DecisionJournal(List<JournalRecord> past, Consumer<JournalRecord> book) {
        this.book = entry -> {
            take(entry);
            book.accept(entry);
        };
        past.forEach(this::take);
    }

    private void take(JournalRecord entry) {
        switch (entry) {
            case JournalRecord.Epoch e -> configHash = e.configHash();
            case JournalRecord.Memory.Thesis t -> theses.putIfAbsent(t.structure(), t);
            case JournalRecord.Memory.Decided d -> {
                told.add(d.id());
                counterfactuals.take(d);
            }
            case JournalRecord.Memory.Counterfactual c -> counterfactuals.take(c);
            default -> {
                // Other folds' business.
            }
        }
    }

    /** Instruments whose quotes the closes of this day should have; any thread. */
    List<InstrumentKey> wanted(LocalDate today) {
        return counterfactuals.wanted(today);
    }

    /** A picture near the close. */
    void look(PlanningInput input) {
        counterfactuals.look(date(input.market().asOf()), input.market(), input.ledger());
    }

    /** The end of a day: what its decisions of 5 and 20 sessions ago have cost. */
    void close(LocalDate today) {
        counterfactuals.close(today).forEach(book);
    }

    /** Every plan's picture: what a veto is marked by. */
    void sees(PlanningInput input) {
        market = input.market();
        ledger = input.ledger();
    }

    /** A plan that is recorded: new structures first, so that a decision about one finds its thesis. */
    void planned(PlanningInput input, PlanOutcome outcome) {
        LocalDate today = date(input.market().asOf());
        outcome.report().book().forEach(line -> freeze(line, input.own().tags(), today));
        List<PlannedOrder> orders = outcome instanceof PlanOutcome.Planned p ? p.plan().orders() : List.of();
        for (DecisionPoint point : outcome.report().details().conduct().decisions()) {
            decided(point, today, difference(point, orders, outcome.report().book()));
        }
    }

    private void freeze(BookLine line, BookTags tags, LocalDate today) {
        String name = name(line);
        if (!theses.containsKey(name)) {
            BookTags.Tag found = null;
            for (BookTags.Tag tag : tags.tags()) {
                boolean same = tag.thesis() != null && tag.symbol().equals(line.structure().underlying())
                        && (tag.expiry() == null || tag.expiry().equals(line.structure().expiry()));
                found = same && (found == null || tag.expiry() != null) ? tag : found;
            }
            book.accept(new JournalRecord.Memory.Thesis(name, today, found == null ? null : found.thesis(),
                    found == null ? null : found.invalidation()));
        }
    }

    /** Strikes sold again after their end are another structure. */
    private static String name(BookLine line) {
        Instant opened = line.structure().opened();
        return line.structure().id() + (opened == null ? "" : " of " + date(opened));
    }

    private Difference difference(DecisionPoint point, List<PlannedOrder> orders, List<BookLine> book) {
        Difference difference = new Difference();
        switch (point.kind()) {
            case TRIGGER -> difference.orders(orders.stream().filter(o -> o.effect() == BookedEvent.Effect.OPEN
                    && point.subject().startsWith(o.layer().word())).toList());
            case ROLL, HARVEST, BUDGET_BREACH -> {
                switch (point.choice()) {
                    case MOTION -> difference.orders(orders.stream()
                            .filter(o -> o.closesLots().stream().anyMatch(point.ids()::contains)).toList());
                    case LOYALTY, THIRD -> kept(point, difference);
                }
            }
            case OVERRIDE -> kept(point, difference);
            case TESTED_STRIKE -> book.stream().filter(l -> point.ids().contains(l.structure().id()))
                    .forEach(l -> difference.structure(l.structure()));
        }
        return difference;
    }

    private void kept(DecisionPoint point, Difference difference) {
        point.ids().stream().map(ledger.lots()::get).filter(lot -> lot != null && lot.open()).forEach(difference::lot);
    }

    private void decided(DecisionPoint point, LocalDate today, Difference difference) {
        String id = point.id() + " " + point.choice();
        if (told.contains(id)) {
            return;
        }
        JournalRecord.Memory.Thesis frozen = frozen(point);
        boolean structure = point.kind() == DecisionPoint.Kind.TESTED_STRIKE;
        book.accept(new JournalRecord.Memory.Decided(id, point.at(), today, point.kind().name(), point.ids(),
                structure ? (frozen == null ? null : frozen.thesis()) : point.thesis(),
                structure ? (frozen == null ? null : frozen.invalidation()) : point.invalidation(),
                evidence(point.evidence()), point.choice().name(), point.reason(), configHash, difference.contracts(),
                worth(difference)));
    }

    /** The newest frozen thesis of the structures that it is about. */
    private JournalRecord.Memory.Thesis frozen(DecisionPoint point) {
        JournalRecord.Memory.Thesis found = null;
        for (JournalRecord.Memory.Thesis thesis : theses.values()) {
            boolean its = point.ids().stream()
                    .anyMatch(id -> thesis.structure().equals(id) || thesis.structure().startsWith(id + " of "));
            found = its && (found == null || !thesis.seen().isBefore(found.seen())) ? thesis : found;
        }
        return found;
    }

    private static SortedMap<String, Double> evidence(DecisionPoint.Evidence e) {
        SortedMap<String, Double> known = new TreeMap<>();
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("rsi", e.rsi());
        all.put("pe.z", e.peZ());
        all.put("beta", e.beta());
        all.put("vix", e.vix());
        all.put("profit.usd", e.profit());
        all.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                known.put(name, value);
            }
        });
        return known;
    }

    private Usd worth(Difference difference) {
        return market == null
                ? null
                : Difference.worth(difference.contracts(), market, ledger).orElse(null);
    }

    /** A person said no to a plan. */
    void vetoed(HedgePlan plan, String because, Instant now) {
        List<String> lots = plan.orders().stream().flatMap(o -> o.closesLots().stream()).distinct().toList();
        override("veto " + plan.shortHash(), lots, DecisionPoint.Choice.LOYALTY, "veto " + because + ": "
                + plan.orders().size() + " orders were not sent", new Difference().withoutOrders(plan.orders()), now);
    }

    /** What people did to the machine, as other rooms wrote it down. */
    void written(List<JournalRecord> records, Instant now) {
        for (JournalRecord entry : records) {
            switch (entry) {
                case JournalRecord.Killed k when !k.who().equals("daemon") -> override("kill by " + k.who(),
                        k.stillWorking(), DecisionPoint.Choice.LOYALTY, "killed: " + k.why(), new Difference(), now);
                case JournalRecord.Resumed r -> override("resume by " + r.who(), List.of(),
                        DecisionPoint.Choice.MOTION, "resumed: " + r.why(), new Difference(), now);
                case JournalRecord.Decision d when !d.who().equals("the broker") -> override("case " + d.caseId(),
                        List.of(), DecisionPoint.Choice.MOTION, d.choice() + " by " + d.who() + ": " + d.reason(),
                        new Difference(), now);
                default -> {
                    // No word of a person.
                }
            }
        }
    }

    private void override(String subject, List<String> subjects, DecisionPoint.Choice choice, String reason,
            Difference difference, Instant now) {
        LocalDate today = date(now);
        String id = today + " OVERRIDE " + subject + " " + choice;
        int again = 1;
        while (told.contains(again == 1 ? id : id + " " + again)) {
            again++;
        }
        book.accept(new JournalRecord.Memory.Decided(again == 1 ? id : id + " " + again, now, today, "OVERRIDE",
                subjects, null, null, new TreeMap<>(), choice.name(), reason, configHash, difference.contracts(),
                worth(difference)));
    }

    private static LocalDate date(Instant at) {
        return at.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }
}
