package alvh.daemon.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import alvh.daemon.approval.ApprovalResult.Code;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.budget.BudgetState;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlannedOrder;

/**
 * Offers of plans and the answers to them, by hash (promise 13): pure and immutable. Elapsed time comes in nanoseconds of
 * the desk's ticker, exchange time as an instant. The caller appends the records of an {@link Answer} in one transaction
 * and, for an approval, forces them before it says "done" or posts the release.
 *
 * @param open offers by full hash
 * @param ended how every other known hash ended: APPROVED, REJECTED, EXPIRED, SUPERSEDED, RELEASED, DONE
 */
public record ApprovalDesk(ApprovalSettings settings, SortedMap<String, Offer> open, SortedMap<String, String> ended) {

    public static final Duration OFFER_LIFE = Duration.ofSeconds(300);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHORT = Pattern.compile("[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}");

    /** A plan that waits for an answer, since {@code atNanos} of elapsed time. */
    public record Offer(HedgePlan plan, BudgetState budget, long atNanos) {}

    /** What follows from one call. */
    public record Answer(ApprovalDesk next, ApprovalResult result, List<JournalRecord> records) {}

    public static ApprovalDesk start(ApprovalSettings settings) {
        return new ApprovalDesk(settings, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    /** After a restart every old hash is known, and void. */
    public static ApprovalDesk restore(ApprovalSettings settings, List<JournalRecord> records) {
        SortedMap<String, String> ended = new TreeMap<>();
        for (JournalRecord record : records) {
            if (record instanceof JournalRecord.PlanState state) {
                ended.put(state.planHash(), state.state().equals("OFFERED") ? "EXPIRED" : state.state());
            }
        }
        return new ApprovalDesk(settings, Collections.emptySortedMap(), Collections.unmodifiableSortedMap(ended));
    }

    /** Offers a plan whose quotes were complete at {@code quotesNanos}: its life counts from there. */
    public Answer offer(HedgePlan plan, BudgetState budget, long quotesNanos, Instant now) {
        if (open.containsKey(plan.hash()) || ended.containsKey(plan.hash()) && !unanswered(plan.hash())) {
            String was = ended.getOrDefault(plan.hash(), "OFFERED");
            return refused(Code.USED, "plan " + plan.shortHash() + " is known already: " + was);
        }
        List<JournalRecord> records = new ArrayList<>();
        ApprovalDesk desk = superseding(plan, records, now);
        return switch (need(plan)) {
            case DRY_RUN -> {
                records.add(state(plan, "OFFERED", now, "dry-run"));
                records.add(state(plan, "EXPIRED", now, "dry-run: nothing is sent"));
                yield new Answer(desk.ending(plan.hash(), "EXPIRED"), new ApprovalResult.DryRun(plan), records);
            }
            case AUTO -> {
                records.add(state(plan, "OFFERED", now, "auto"));
                records.addAll(approval(plan, Event.AUTO, settings.mode().word(), now));
                yield new Answer(desk.ending(plan.hash(), "APPROVED"),
                        new ApprovalResult.Accepted(plan, budget, Event.AUTO), records);
            }
            case APPROVE -> {
                records.add(state(plan, "OFFERED", now, "asks a person, for 300 s"));
                yield new Answer(desk.opening(new Offer(plan, budget, quotesNanos)),
                        new ApprovalResult.Offered(plan), records);
            }
        };
    }

    /** A plan that nobody answered may be offered again when the market makes it again; what was answered never is. */
    private boolean unanswered(String hash) {
        return Set.of("EXPIRED", "SUPERSEDED").contains(ended.get(hash));
    }

    /** The open offer that a full or short hash names, or why there is none. Ask this before quotes are fetched. */
    public Lookup find(String text, long nanos) {
        String hash = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        boolean full = HASH.matcher(hash).matches();
        if (!full && !SHORT.matcher(hash).matches()) {
            return new Lookup(null, hash.contains("*") || hash.equals("all") ? Code.WILDCARD : Code.UNKNOWN,
                    "'" + cut(hash) + "' is not a plan hash; expected 64 hex digits or the short form 7f3a-91c2-08be");
        }
        String start = hash.replace("-", "");
        SortedSet<String> known = new TreeSet<>();
        open.keySet().stream().filter(h -> h.startsWith(start)).forEach(known::add);
        ended.keySet().stream().filter(h -> h.startsWith(start)).forEach(known::add);
        if (known.size() != 1) {
            return new Lookup(null, known.isEmpty() ? Code.UNKNOWN : Code.AMBIGUOUS,
                    known.isEmpty()
                            ? "no plan " + cut(hash) + " was offered"
                            : cut(hash) + " names more than one plan");
        }
        return byHash(known.first(), nanos);
    }

    private Lookup byHash(String hash, long nanos) {
        Offer offer = open.get(hash);
        if (offer != null) {
            return nanos - offer.atNanos() <= OFFER_LIFE.toNanos()
                    ? new Lookup(offer, null, null)
                    : new Lookup(null, Code.EXPIRED, "the offer lived 300 s from its quotes; ask for a fresh plan");
        }
        String was = ended.get(hash);
        boolean old = was.equals("EXPIRED") || was.equals("SUPERSEDED");
        return new Lookup(null, old ? Code.EXPIRED : Code.USED,
                "plan " + hash.substring(0, 12) + " was answered already: " + was);
    }

    /** {@code offer}, or the code and sentence of its refusal. */
    public record Lookup(Offer offer, Code code, String because) {}

    /**
     * A person approves. Refusals leave the offer as it was; drift ends it.
     *
     * @param how from where: console, terminal, --yes
     */
    public Answer approve(String hash, String who, String how, Facts facts, long nanos, Instant now) {
        Lookup found = find(hash, nanos);
        if (found.offer() == null) {
            return refused(found.code(), found.because());
        }
        if (facts.notReady() != null) {
            return refused(Code.NOT_READY, facts.notReady());
        }
        HedgePlan plan = found.offer().plan();
        Optional<String> drift = Acceptance.drift(settings, plan, facts, now);
        if (drift.isPresent()) {
            return new Answer(ending(plan.hash(), "SUPERSEDED"), new ApprovalResult.Drifted(plan, drift.get()),
                    List.of(state(plan, "SUPERSEDED", now, "drifted: " + drift.get())));
        }
        return new Answer(ending(plan.hash(), "APPROVED"),
                new ApprovalResult.Accepted(plan, found.offer().budget(), who), approval(plan, who, how, now));
    }

    public Answer reject(String hash, String who, String how, long nanos, Instant now) {
        Lookup found = find(hash, nanos);
        if (found.offer() == null) {
            return refused(found.code(), found.because());
        }
        HedgePlan plan = found.offer().plan();
        return new Answer(ending(plan.hash(), "REJECTED"), new ApprovalResult.Rejected(plan),
                List.of(new JournalRecord.Approval(plan.hash(), who, how, now, "REJECTED", shown(plan)),
                        state(plan, "REJECTED", now, "by " + who)));
    }

    /** Ends offers whose life is over; call it when a timer says so. */
    public Answer expire(long nanos, Instant now) {
        ApprovalDesk desk = this;
        List<JournalRecord> records = new ArrayList<>();
        for (Offer offer : open.values()) {
            if (nanos - offer.atNanos() > OFFER_LIFE.toNanos()) {
                desk = desk.ending(offer.plan().hash(), "EXPIRED");
                records.add(state(offer.plan(), "EXPIRED", now, "not answered in 300 s"));
            }
        }
        return new Answer(desk, new ApprovalResult.Nothing(), records);
    }

    private ApprovalSettings.Mode need(HedgePlan plan) {
        boolean small = settings.humanAboveUsd() == null
                || plan.worstCase().compareTo(settings.humanAboveUsd()) <= 0;
        boolean harvest = plan.kind() == HedgePlan.Kind.MARKS
                && plan.orders().stream().allMatch(o -> o.effect() == Effect.CLOSE);
        return switch (settings.mode()) {
            case DRY_RUN -> ApprovalSettings.Mode.DRY_RUN;
            case AUTO -> small && !plan.personNeeded() ? ApprovalSettings.Mode.AUTO : ApprovalSettings.Mode.APPROVE;
            case APPROVE ->
                harvest && settings.standingHarvest() ? ApprovalSettings.Mode.AUTO : ApprovalSettings.Mode.APPROVE;
        };
    }

    /** At most one open buy offer, and one sell offer per lot: an older one that overlaps is superseded. */
    private ApprovalDesk superseding(HedgePlan plan, List<JournalRecord> records, Instant now) {
        ApprovalDesk desk = this;
        for (Offer offer : open.values()) {
            boolean bothBuy = buys(offer.plan()) && buys(plan);
            boolean sameLot = offer.plan().orders().stream().flatMap(o -> o.closesLots().stream())
                    .anyMatch(lot -> plan.orders().stream().anyMatch(o -> o.closesLots().contains(lot)));
            if (bothBuy || sameLot) {
                desk = desk.ending(offer.plan().hash(), "SUPERSEDED");
                records.add(state(offer.plan(), "SUPERSEDED", now, "by plan " + plan.shortHash()));
            }
        }
        return desk;
    }

    private static boolean buys(HedgePlan plan) {
        return plan.orders().stream().anyMatch(o -> o.effect() != Effect.CLOSE);
    }

    private Answer refused(Code code, String because) {
        return new Answer(this, new ApprovalResult.Refused(code, because), List.of());
    }

    private ApprovalDesk opening(Offer offer) {
        SortedMap<String, Offer> more = new TreeMap<>(open);
        more.put(offer.plan().hash(), offer);
        return new ApprovalDesk(settings, Collections.unmodifiableSortedMap(more), ended);
    }

    private ApprovalDesk ending(String hash, String how) {
        SortedMap<String, Offer> fewer = new TreeMap<>(open);
        fewer.remove(hash);
        SortedMap<String, String> more = new TreeMap<>(ended);
        more.put(hash, how);
        return new ApprovalDesk(settings, Collections.unmodifiableSortedMap(fewer),
                Collections.unmodifiableSortedMap(more));
    }

    private static List<JournalRecord> approval(HedgePlan plan, String who, String how, Instant now) {
        return List.of(new JournalRecord.Approval(plan.hash(), who, how, now, "APPROVED", shown(plan)),
                state(plan, "APPROVED", now, "by " + who));
    }

    private static JournalRecord.PlanState state(HedgePlan plan, String state, Instant now, String because) {
        return new JournalRecord.PlanState(plan.hash(), state, now, because);
    }

    private static String shown(HedgePlan plan) {
        StringBuilder text = new StringBuilder();
        for (PlannedOrder order : plan.orders()) {
            text.append(String.format(Locale.ROOT, "%d: %.2f x %.2f; ", order.step(), order.bid(), order.ask()));
        }
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
