package alvh.planner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.decide.Assessment;
import alvh.planner.decide.Findings;
import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.LotDecision;
import alvh.planner.layer.LotFacts;
import alvh.planner.ledger.Lot;
import alvh.planner.line.HeldLots;
import alvh.planner.line.HeldPool;
import alvh.planner.line.LinePricer;
import alvh.planner.line.Picture;
import alvh.planner.line.Words;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.BookLine;
import alvh.planner.plan.DecisionPoint;
import alvh.planner.plan.DecisionPoint.Choice;
import alvh.planner.plan.DecisionPoint.Evidence;
import alvh.planner.plan.DecisionPoint.Kind;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PlanningInput;
import alvh.planner.portfolio.BookTags;
import alvh.planner.portfolio.Structure;
import alvh.planner.signal.Signal;
import alvh.planner.signal.SignalId;

/**
 * The decision points of one plan (methodology 1.3): budget breach, trigger vote, roll, harvest, a structure tested at its
 * short strike, an override by hand. The plan says what it does about each; what the user does is the user's entry.
 */
final class DecisionPoints {
    private static final double NO = Double.NaN;
    private final PlanningInput input;
    private final Assessment assessment;
    private final Picture picture;
    private final HeldLots held;
    private final List<PlannedOrder> orders;
    private final List<DecisionPoint> points = new ArrayList<>();

    private DecisionPoints(Findings found) {
        this.input = found.input();
        this.assessment = found.assessment();
        this.picture = found.picture();
        this.held = found.held();
        this.orders = found.orders();
    }

    static List<DecisionPoint> of(Findings found, List<BookLine> book) {
        var points = new DecisionPoints(found);
        points.breach();
        found.gates().decisions().forEach(points::trigger);
        found.held().pools().values().forEach(points::rollAndHarvest);
        book.forEach(points::tested);
        points.overrides();
        return List.copyOf(points.points);
    }

    private void breach() {
        if (!assessment.budgetBroken()) {
            return;
        }
        List<String> lots = held.facts().stream().map(facts -> facts.lot().lotId()).sorted().toList();
        List<String> released = held.decisions().stream().filter(d -> d.kind() == LotDecision.Kind.RELEASE)
                .map(LotDecision::lotId).sorted().toList();
        var budget = assessment.budget();
        String numbers = "hedges cost " + budget.cumHedge().text() + " of " + budget.flowCap().text() + " (flow) and "
                + budget.unrecovered().text() + " of " + budget.stockCap().text() + " (stock)";
        add(Kind.BUDGET_BREACH, lots, "budget", "the hedge costs no more than its share of the premium",
                "cost above the caps of either test", market(profit(lots)),
                released.isEmpty() ? Choice.LOYALTY : Choice.MOTION, numbers + (released.isEmpty()
                        ? ": nothing is bought, and no hedge is sold for it"
                        : ": released " + String.join(", ", released)));
    }

    private void trigger(LayerDecision layer) {
        if (layer.now().compareTo(layer.before()) <= 0 || layer.now().thirds() == 0) {
            return;
        }
        boolean bought = orders.stream().anyMatch(o -> o.layer() == layer.layer() && o.worstCase().isPositive());
        add(Kind.TRIGGER, List.of(), layer.layer().word() + " " + layer.now(), LayerTheses.thesis(layer.layer()),
                LayerTheses.invalidation(layer.layer()), market(NO), bought ? Choice.THIRD : Choice.LOYALTY,
                "from " + layer.before() + " to " + layer.now() + ": " + layer.because() + (bought
                        ? ""
                        : "; nothing is bought" + (layer.gate().isEmpty() ? "" : ": " + layer.gate())));
    }

    private void rollAndHarvest(HeldPool pool) {
        List<LotDecision> due = of(pool, LotDecision.Kind.ROLL_DUE);
        if (!due.isEmpty()) {
            boolean rolled = orders.stream().anyMatch(o -> rolls(o, pool));
            hedge(Kind.ROLL, pool, due, rolled ? Choice.MOTION : Choice.LOYALTY,
                    due.get(0).because() + (rolled ? "" : "; nothing to roll into fits: it runs to its floor"));
        }
        List<LotDecision> harvested = of(pool, LotDecision.Kind.HARVEST);
        if (!harvested.isEmpty()) {
            hedge(Kind.HARVEST, pool, harvested, Choice.MOTION, harvested.get(0).because());
        }
    }

    /** One order that sells and buys, or the sale that a later step waits for. */
    private boolean rolls(PlannedOrder order, HeldPool pool) {
        List<String> own = pool.lots().stream().map(Lot::lotId).toList();
        boolean closes = order.closesLots().stream().anyMatch(own::contains);
        return closes && (order.effect() == alvh.planner.ledger.BookedEvent.Effect.ROLL
                || orders.stream().anyMatch(next -> next.dependsOn() == order.step()));
    }

    private static List<LotDecision> of(HeldPool pool, LotDecision.Kind kind) {
        return pool.decisions().stream().filter(d -> d.kind() == kind && d.quantity() > 0).toList();
    }

    private void hedge(Kind kind, HeldPool pool, List<LotDecision> decisions, Choice choice, String reason) {
        List<String> lots = decisions.stream().map(LotDecision::lotId).toList();
        add(kind, lots, Words.of(pool.legs(), picture.today()), LayerTheses.thesis(pool.layer()),
                LayerTheses.invalidation(pool.layer()), market(profit(lots)), choice, reason);
    }

    /** Marks less cost of these lots, in dollars; NaN when one has no mark. */
    private double profit(List<String> lots) {
        double sum = 0;
        for (LotFacts facts : held.facts()) {
            if (lots.contains(facts.lot().lotId())) {
                sum += facts.mark() * facts.lot().openQuantity() * LinePricer.MULTIPLIER
                        - facts.lot().openCost().toDouble();
            }
        }
        return lots.isEmpty() ? NO : cents(sum);
    }

    private static double cents(double dollars) {
        return Math.rint(dollars * 100) / 100;
    }

    private void tested(BookLine line) {
        Structure structure = line.structure();
        double spot = picture.state().spot(structure.underlying());
        for (Structure.Leg leg : structure.legs()) {
            InstrumentKey key = leg.key();
            if (!key.isOption() || leg.side() != Side.SELL || structure.credit().isZero()) {
                continue;
            }
            boolean put = key.right() == Right.PUT;
            boolean at = put ? spot <= key.strike() : spot >= key.strike();
            if (!at) {
                continue;
            }
            BookTags.Tag tag = tag(structure);
            double kept = structure.credit().part(structure.openQuantity(), structure.originalQuantity()).toDouble();
            boolean protection = orders.stream().anyMatch(o -> o.worstCase().isPositive());
            add(Kind.TESTED_STRIKE, List.of(structure.id()), structure.id(), tag == null ? null : tag.thesis(),
                    tag == null ? null : tag.invalidation(),
                    evidence(structure.underlying(), line.beta(), cents(kept - line.valueNow())),
                    protection ? Choice.THIRD : Choice.LOYALTY, String.format(java.util.Locale.ROOT,
                            "%s at %.2f is %s its short %s %s; %s", structure.underlying(), spot,
                            put ? "at or below" : "at or above", put ? "put" : "call", Words.strike(key),
                            protection
                                    ? "the structure is left alone, protection is added beside it"
                                    : "the structure is left alone: closing it is the user's decision"));
            return;
        }
    }

    /** The narrowest tag that names the structure: of its expiry before of its symbol alone. */
    private BookTags.Tag tag(Structure structure) {
        BookTags.Tag found = null;
        for (BookTags.Tag tag : input.own().tags().tags()) {
            boolean same = tag.symbol().equals(structure.underlying())
                    && (tag.expiry() == null || tag.expiry().equals(structure.expiry()));
            found = same && tag.thesis() != null && (found == null || tag.expiry() != null) ? tag : found;
        }
        return found;
    }

    /** Hedge instruments traded by hand since the last session. */
    private void overrides() {
        LocalDate since = picture.calendar().previous(picture.today());
        for (Stewardship.ByHand bought : Stewardship.byHand(input.ledger())) {
            Lot lot = bought.lot();
            if (!TradingCalendar.newYork(lot.opened()).isBefore(since)) {
                add(Kind.OVERRIDE, List.of(lot.lotId()), lot.lotId(), null, null, market(NO), Choice.THIRD,
                        Words.of(lot.legs(), picture.today()) + " bought by hand for " + bought.debit().text()
                                + ": no approved vote stands behind it");
            }
        }
        for (Lot lot : input.ledger().openBookLots()) {
            boolean sold = lot.legs().get(0).side() == Side.SELL && lot.opened() != null
                    && !TradingCalendar.newYork(lot.opened()).isBefore(since) && ours(lot);
            if (sold) {
                add(Kind.OVERRIDE, List.of(lot.lotId()), lot.lotId(), null, null, market(NO), Choice.MOTION,
                        Words.of(lot.legs(), picture.today()) + " sold by hand against a hedge of the engine");
            }
        }
    }

    private boolean ours(Lot sold) {
        InstrumentKey key = sold.legs().get(0).key();
        return input.ledger().openHedgeLots().stream().flatMap(lot -> lot.legs().stream())
                .anyMatch(leg -> leg.side() == Side.BUY && leg.key().equals(key));
    }

    private Evidence market(double profit) {
        return new Evidence(NO, NO, assessment.exposure().betaSlow(), picture.state().vix(), profit);
    }

    private Evidence evidence(String name, double beta, double profit) {
        return new Evidence(input(SignalId.RSI, "RSI " + name), input(SignalId.FUNDAMENTALS, "P/E z " + name), beta,
                picture.state().vix(), profit);
    }

    private double input(SignalId id, String name) {
        Signal signal = assessment.signals().get(id);
        return signal == null
                ? NO
                : signal.inputs().stream().filter(i -> i.name().equals(name)).mapToDouble(Signal.Input::value)
                        .findFirst().orElse(NO);
    }

    private void add(Kind kind, List<String> ids, String subject, String thesis, String invalidation,
            Evidence evidence, Choice choice, String reason) {
        points.add(new DecisionPoint(picture.today() + " " + kind + " " + subject, input.market().asOf(), kind, ids,
                subject, thesis, invalidation, evidence, choice, reason));
    }
}
