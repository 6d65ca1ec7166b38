package alvh.planner.decide;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.LotContext;
import alvh.planner.layer.LotDecision;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Candidate;
import alvh.planner.line.Candidates;
import alvh.planner.line.GainFund;
import alvh.planner.line.HedgeNow;
import alvh.planner.line.HeldLots;
import alvh.planner.line.ModelChoice;
import alvh.planner.line.Picture;
import alvh.planner.market.DailyBars;
import alvh.planner.market.Hours;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;
import alvh.planner.portfolio.DividendBook;
import alvh.planner.risk.Breach;
import alvh.planner.risk.PreTrade;
import alvh.planner.scenario.MarketFault;
import alvh.planner.sizing.SizingSolution;

/**
 * One walk from the input to what was found: book, budget, signals, levels, lots (sales first), candidates, sizing with
 * its certificates, orders. Knows the order of the steps and nothing else.
 */
public final class Planning {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
            .withZone(TradingCalendar.NEW_YORK);
    private static final double PANIC_OVER = 0.90;
    private static final double CALM_ENOUGH_TO_WARN = 25;
    private static final double LEAST_ABSORPTION = 0.20;
    private final PlanningInput input;
    private final TradingCalendar calendar = TradingCalendar.nyse();
    private final Picture picture;
    private final Assessment assessment;
    private final ModelChoice choice;
    private final SortedMap<String, NameFacts> names;
    private final List<String> notes = new ArrayList<>();

    private Planning(PlanningInput input) {
        this.input = input;
        Picture first = Picture.of(input, calendar);
        this.assessment = Assessment.of(input, calendar, first.today());
        this.picture = first
                .withState(first.state().withBetas(assessment.betas(), input.own().companies().sectors()));
        this.names = NameFile.of(input, assessment, picture);
        this.choice = ModelChoice.of(picture, input.past());
    }

    /** The same day with another budget. */
    private Planning(Planning day, BudgetState budget) {
        this.input = day.input;
        this.picture = day.picture;
        this.assessment = day.assessment.with(budget);
        this.names = day.names;
        this.choice = day.choice;
    }

    public static Findings of(PlanningInput input) {
        return new Planning(input).walk();
    }

    private Findings walk() {
        BookRisk book = BookRisk.of(assessment.structures(), picture, NameFacts.credits(names));
        HeldLots held = held(book);
        HedgeNow hedge = HedgeNow.of(held, picture);
        var early = new ArrayList<Refusal>();
        window(early);
        futures(early);
        var candidates = new Candidates(picture, choice.model(), early);
        Gates gates = Gates.of(assessment, picture, candidates.forwards(), restSince(held), choice.model());
        var notTaken = new NotTaken(assessment, gates);
        Sizing.Result result = null;
        if (mayBuy(notTaken)) {
            notTaken.layers();
            result = size(candidates, gates, held, book, hedge, notTaken, early);
        }
        notTaken.refusals().addAll(early);
        presetCost();
        remarks(book, hedge);
        absorption(book, hedge, result);
        List<PlannedOrder> orders = result == null
                ? Orders.of(held, Map.of(), picture,
                        new OrderReasons(assessment, gates, assessment.levels(), Map.of(), picture.settings().fees()))
                : result.orders();
        return new Findings(input, assessment, names, picture, gates, held, book, hedge, context(), result, orders,
                notTaken.refusals(), notes);
    }

    /** A rung that this very plan sells rests its buys as well. */
    private java.time.LocalDate restSince(HeldLots held) {
        boolean harvest = held.decisions().stream().anyMatch(d -> d.kind() == LotDecision.Kind.HARVEST);
        return harvest ? picture.today() : assessment.restSince();
    }

    private HeldLots held(BookRisk book) {
        HeldLots held = HeldLots.of(input.ledger(), picture, context(), new TreeMap<>());
        if (!assessment.budgetBroken() || salesOnly()) {
            return held;
        }
        return HeldLots.of(input.ledger(), picture, context(), Savings.perDollar(held, book, picture));
    }

    private LotContext context() {
        double ratio = assessment.signals().ratio();
        boolean panicOver = ratio < PANIC_OVER && assessment.stored().memory().panicSeen();
        DailyBars vix = input.market().bars().get(InstrumentKey.of("VIX"));
        double close = vix == null || vix.size() == 0 ? Double.NaN : vix.bars().get(vix.size() - 1).close();
        HedgeSettings settings = input.settings();
        return new LotContext(picture.today(), ratio, close, panicOver,
                assessment.levelsNow().memory().premiumGoneCloses(), assessment.flowExcess(), assessment.stockExcess(),
                settings.keepCore(),
                settings.holdIntoSoq(), settings.lifo(),
                settings.preset() == HedgeSettings.Preset.VXTH, salesOnly());
    }

    private boolean salesOnly() {
        return switch (input.kind()) {
            case MARKS -> true;
            case DAILY, WEEKLY, BY_HAND -> false;
        };
    }

    /** Whether buying is a question at all; if not, why. */
    private boolean mayBuy(NotTaken notTaken) {
        if (salesOnly()) {
            return false;
        }
        if (input.settings().preset() == HedgeSettings.Preset.OFF) {
            notTaken.add(Refusal.Code.PRESET_OFF, "layers.preset", "off: nothing is bought, what is held is cared for");
            return false;
        }
        if (!assessment.premium().open().isPositive()) {
            notTaken.add(Refusal.Code.NO_BOOK, "book", "no eligible premium is open: there is nothing to protect and "
                    + "no budget");
            return false;
        }
        List<Breach> account = PreTrade.account(Usd.ZERO, input.account());
        account.forEach(breach -> notTaken.add(breach.limit() == Breach.Limit.NO_EXCHANGE_RATE
                ? Refusal.Code.NO_EXCHANGE_RATE
                : Refusal.Code.MARGIN_LOW, "account", breach.because()));
        if (!account.isEmpty()) {
            return false;
        }
        return modelKnown(notTaken);
    }

    private boolean modelKnown(NotTaken notTaken) {
        notTaken.refusals().addAll(choice.refusals());
        if (!choice.note().isEmpty()) {
            notes.add(choice.note());
        }
        return choice.refusals().isEmpty();
    }

    private Sizing.Result size(Candidates candidates, Gates gates, HeldLots held, BookRisk book, HedgeNow hedge,
            NotTaken notTaken, List<Refusal> early) {
        Offered offered = offered(candidates, gates, held, early);
        Presets.Offer offer = offered.offer();
        Sizing.Result result = sizing(offered, gates, held, book, hedge).run(budget -> at(budget, book));
        notTaken.bookTooSmall(offer.lines(), held);
        notTaken.lines(result, offer.lines());
        if (!result.solution().proven()) {
            notes.add(String.format(java.util.Locale.ROOT, "sizing stopped at its node limit: at most $%.2f of the "
                    + "objective was missed", result.solution().gap()));
        }
        crossCheck(result.solution());
        return result;
    }

    /** What is on offer at this ceiling; {@code dataFaults} by layer that has nothing to buy. */
    private record Offered(Presets.Offer offer, SortedMap<LayerId, String> dataFaults, boolean deadlock) {}

    private Offered offered(Candidates candidates, Gates gates, HeldLots held, List<Refusal> early) {
        var lines = new ArrayList<Candidate>();
        boolean modelled = choice.model().scenarios();
        RatioShift ratio = RatioShift.of(input, assessment);
        SortedMap<LayerId, String> dataFaults = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            boolean wanted = assessment.levels().get(layer).thirds() > 0 || held.heldOf(layer) > 0;
            if (!wanted || !Presets.trades(input.settings().preset(), layer) || !gates.gates().get(layer).open()) {
                continue;
            }
            int before = early.size();
            List<Candidate> found = modelled
                    ? candidates.of(layer, held, assessment.budget().capTotal())
                    : candidates.one(layer, Sizing.dollars(layer, assessment.levels(), assessment.budget()),
                            assessment.budget().capTotal());
            if (ratio.over(layer)) {
                found = found.stream().filter(Candidate::isRoll).toList();
                early.add(new Refusal(Refusal.Code.LAYER_CAP, layer.word(), "ratio shift of the week: "
                        + ratio.words(layer) + "; no add today, its due rolls stay and nothing is sold for it"));
            }
            lines.addAll(found);
            GainFund gains = GainFund.of(layer, candidates.forwards().get(layer), assessment.charges(), input.ledger());
            if (gains.amount().isPositive() && modelled) {
                found.stream().filter(c -> !c.isRoll()).map(c -> c.paidBy(gains)).forEach(lines::add);
            }
            if (found.isEmpty() && !ratio.over(layer)) {
                dataFaults.put(layer, early.size() > before
                        ? early.get(early.size() - 1).because()
                        : "nothing of the layer can be bought");
            }
        }
        boolean deadlock = modelled && candidates.baseHasNoChain() && held.heldOf(LayerId.BASE) == 0;
        return new Offered(Presets.offer(lines, candidates.forwards().get(LayerId.BASE), input, picture,
                assessment.budget(), early), dataFaults, deadlock);
    }

    private Sizing sizing(Offered offered, Gates gates, HeldLots held, BookRisk book, HedgeNow hedge) {
        return new Sizing(input, picture, assessment, gates, held, book, hedge, offered.offer().lines(),
                offered.dataFaults(), offered.deadlock(), offered.offer().presets(), choice.model());
    }

    /** What this planner would do with another budget: lots, gates and lines on offer anew, for all depend on it. */
    private Sizing.Alternative at(BudgetState budget, BookRisk book) {
        var other = new Planning(this, budget);
        HeldLots held = other.held(book);
        HedgeNow hedge = HedgeNow.of(held, picture);
        var quiet = new ArrayList<Refusal>();
        var candidates = new Candidates(picture, choice.model(), quiet);
        Gates gates = Gates.of(other.assessment, picture, candidates.forwards(), other.restSince(held),
                choice.model());
        return other.sizing(other.offered(candidates, gates, held, quiet), gates, held, book, hedge).alternative();
    }

    /** Methodology 4.4: the simple way must come near, else one of the two is at fault. */
    private void crossCheck(SizingSolution solution) {
        if (solution.crossCheckFails()) {
            notes.add(String.format(java.util.Locale.ROOT, "defect: the simple sizing comes to an objective %.0f %% "
                    + "worse than the exact one (at most 15 %% is expected), %.0f %% with larger swaps (at most 6 %%); "
                    + "the exact plan stands, please report it with this plan's input",
                    100 * solution.greedyGap(), 100 * solution.swappedGap()));
        }
    }

    /** A wish for futures is refused by name; the rest of the plan goes on. */
    private void futures(List<Refusal> refusals) {
        HedgeSettings.Futures asked = input.settings().futures();
        if (asked.refused() != null) {
            refusals.add(new Refusal(asked == HedgeSettings.Futures.STEEPENER
                    ? Refusal.Code.STEEPENER
                    : Refusal.Code.FUTURES, "layers.futures", asked.refused()));
        }
    }

    private void window(List<Refusal> refusals) {
        if (!calendar.isTradingDay(picture.today())) {
            refusals.add(new Refusal(Refusal.Code.MARKET_CLOSED, picture.today().toString(),
                    "New York does not trade on this day: the plan is for reading"));
            return;
        }
        var hours = new Hours(calendar);
        var window = salesOnly() ? hours.saleWindow(picture.today()) : hours.buyWindow(picture.today());
        boolean inside = window.isPresent() && window.get().contains(input.market().asOf());
        if (!inside) {
            String times = window.map(w -> CLOCK.format(w.open()) + " to " + CLOCK.format(w.close())).orElse("never");
            refusals.add(new Refusal(Refusal.Code.OUTSIDE_WINDOW, input.market().asOf().toString(),
                    (salesOnly() ? "sales run from " : "buys run from ") + times
                            + " New York time on this day" + (salesOnly() ? "" : ": the plan is for reading")));
        }
    }

    /** What the preset sets and costs leads the report. */
    private void presetCost() {
        if (salesOnly()) {
            return;
        }
        var quiet = new Candidates(picture, new ArrayList<>());
        var lines = new ArrayList<Candidate>();
        for (LayerId layer : LayerId.values()) {
            lines.addAll(quiet.buys(layer, assessment.budget().capTotal()));
        }
        notes.add(0, PresetCost.note(input.settings().preset(), lines, picture, input.account().netLiquidation()));
    }

    private void remarks(BookRisk book, HedgeNow hedge) {
        double share = assessment.exposure().hedgeableShare();
        if (Double.isFinite(share)) {
            notes.add(
                    String.format(java.util.Locale.ROOT, "A market hedge cannot remove a single name's own gap: it can "
                            + "reach about %.0f %% of this book's risk", 100 * share));
        }
        new DividendBook(input.ledger(), input.own().companies(), calendar).increments().forEach(notes::add);
        book.missing().forEach(m -> notes.add("not in the risk figures: " + m));
        if (hedge.unknown() > 0) {
            notes.add(hedge.unknown() + " held packages could not be valued and count as nothing");
        }
        book.names().forEach((symbol, risk) -> PreTrade.names(symbol, risk.ownLoss(),
                names.containsKey(symbol) ? names.get(symbol).fragility().multiplier() : 1,
                input.account()).forEach(breach -> notes.add(breach.because())));
        picture.state().faults().forEach((subject, fault) -> {
            if (!unasked(fault)) {
                notes.add(subject + ": " + fault);
            }
        });
        if (assessment.backfilled()) {
            notes.add(
                    "no levels are stored yet: they were folded over the last 63 closes with today's book (BACKFILL)");
        }
    }

    /** Under preset off, without a lot to care for, nobody asks for the futures and options that make the curve. */
    private boolean unasked(MarketFault fault) {
        return fault.reason() == MarketFault.Reason.NO_CURVE && Double.isFinite(picture.state().vix())
                && input.settings().preset() == HedgeSettings.Preset.OFF && input.ledger().openHedgeLots().isEmpty();
    }

    /** G6's warning: in calm markets a hedge that takes almost nothing of a crash is worth saying. */
    private void absorption(BookRisk book, HedgeNow hedge, Sizing.Result result) {
        if (result == null || !result.modelled() || !(picture.state().vix() < CALM_ENOUGH_TO_WARN)) {
            return;
        }
        double[] total = hedge.base().clone();
        result.taken().forEach((candidate, units) -> {
            for (int s = 0; s < total.length; s++) {
                total[s] += units * (candidate.line().valueByScenario()[s] - candidate.line().expectedFill());
            }
        });
        double absorbed = Limits.absorption(book, total, picture.markets());
        double mean = assessment.levels().values().stream().mapToInt(level -> level.thirds()).sum() / 9.0;
        if (absorbed < LEAST_ABSORPTION * mean) {
            notes.add(String.format(java.util.Locale.ROOT,
                    "the hedge takes %.0f %% of the book's loss in crashes, less "
                            + "than the %.0f %% that its levels aim at",
                    100 * absorbed, 100 * LEAST_ABSORPTION * mean));
        }
    }
}
