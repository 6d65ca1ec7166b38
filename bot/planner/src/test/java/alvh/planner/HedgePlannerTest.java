package alvh.planner;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Right;
import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;
import alvh.planner.risk.OrderShape;
import alvh.planner.signal.EventCalendar;
import alvh.planner.world.Show;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static alvh.planner.world.Outcomes.codes;
import static alvh.planner.world.Outcomes.plan;
import static alvh.planner.world.Outcomes.refusal;
import static alvh.planner.world.World.book;
import static org.assertj.core.api.Assertions.assertThat;

class HedgePlannerTest {

    @Test
    void theDemoBookIsHedgedLayerByLayer() {
        PlanOutcome outcome = World.demo().levels(Level.FULL, Level.TWO_THIRDS, Level.TWO_THIRDS).plan();
        HedgePlan plan = plan(outcome);
        assertThat(plan.orders()).as(Show.of(outcome)).extracting(PlannedOrder::layer)
                .containsSubsequence(LayerId.BASE, LayerId.ACCELERATION, LayerId.CONTINGENCY);
        assertThat(plan.orders()).isSortedAccordingTo(java.util.Comparator.comparing(PlannedOrder::layer));
        assertThat(plan.orders()).allSatisfy(order -> {
            assertThat(order.effect()).isEqualTo(Effect.OPEN);
            assertThat(OrderShape.check(order.effect(), order.legs(), order.quantity(), 0)).isEmpty();
            assertThat(order.ladder().last().toDouble()).isLessThanOrEqualTo(order.ask());
            assertThat(order.worstCase()).isEqualTo(order.ladder().last().cost(100, order.quantity())
                    .plus(order.fees()));
        });
        assertThat(plan.orders()).extracting(PlannedOrder::step)
                .containsExactly(java.util.stream.IntStream.rangeClosed(1, plan.orders().size()).boxed()
                        .toArray(Integer[]::new));
        assertThat(outcome.report().certificates()).allMatch(Certificate::valid);
        assertThat(plan.hash()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34})
    void P05_neverPlansToSpendMoreThanIsLeftAndBuysWholeContracts(int size) {
        for (Level level : List.of(Level.CORE, Level.TWO_THIRDS, Level.FULL)) {
            World world = book(size).levels(level, level, level);
            PlanOutcome outcome = world.plan();
            if (outcome instanceof PlanOutcome.Planned planned) {
                assertThat(planned.plan().worstCase()).as(Show.of(outcome))
                        .isLessThanOrEqualTo(outcome.report().budget().available());
                assertThat(planned.plan().orders()).allMatch(order -> order.quantity() >= 1);
                assertThat(planned.plan().orders().stream().map(PlannedOrder::worstCase).reduce(Usd.ZERO, Usd::plus))
                        .isEqualTo(planned.plan().worstCase());
            } else {
                assertThat(codes(outcome)).contains(Refusal.Code.BOOK_TOO_SMALL);
            }
        }
    }

    @Test
    void equalInputGivesAnEqualPlanAndAnotherInputAnotherHash() {
        String hash = plan(demo().plan()).hash();
        assertThat(plan(demo().plan()).hash()).isEqualTo(hash);
        assertThat(demo().plan().report()).hasToString(demo().plan().report().toString());
        assertThat(plan(demo().with(w -> w.market.asOf = w.market.asOf.plusSeconds(60)).plan()).hash())
                .as("a minute later, nothing decided differently").isEqualTo(hash);
        assertThat(plan(demo().with(w -> w.market.halfSpread = 0.07).plan()).hash()).isNotEqualTo(hash);
        assertThat(plan(demo().share("0.21").plan()).hash()).isNotEqualTo(hash);
    }

    @Test
    void moreBudgetNeverProtectsLess() {
        double before = 0;
        for (String share : List.of("0.15", "0.17", "0.20", "0.23", "0.25")) {
            PlanOutcome outcome = demo().share(share).plan();
            double covered = outcome.report().losses().columns().get(2).plannedHedge();
            assertThat(covered).as(share).isGreaterThanOrEqualTo(before - 1);
            before = covered;
        }
        assertThat(before).isPositive();
    }

    @Test
    void aBookTooSmallSaysWhatItWouldNeedAndThatIsEnough() {
        PlanOutcome outcome = World.small().plan();
        assertThat(outcome).isInstanceOf(PlanOutcome.NothingToDo.class);
        Refusal refusal = refusal(outcome, Refusal.Code.BOOK_TOO_SMALL);
        assertThat(refusal.because()).contains("too small to hedge in whole contracts");
        String needed = refusal.because().replaceAll(".*it needs about \\$([0-9,.]+) of.*", "$1").replace(",", "");
        long spreads = Math.ceilDiv(Usd.of(needed).e4(), Usd.ofDollars(50).e4());
        assertThat(plan(book((int) spreads).plan()).orders()).extracting(PlannedOrder::layer)
                .contains(LayerId.BASE);
        assertThat(codes(book((int) spreads - 1).plan())).contains(Refusal.Code.BOOK_TOO_SMALL);
    }

    @Test
    void withoutPremiumNothingIsBought() {
        PlanOutcome outcome = new World().plan();
        assertThat(outcome).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(codes(outcome)).contains(Refusal.Code.NO_BOOK);
    }

    @Test
    void accelerationAndContingencyWaitForBase() {
        World world = demo();
        // Base's calls are quoted on one side only: nothing of it can be bought, so nothing of the others is.
        world.market.snapshot().quotes().forEach((key, quote) -> {
            if (key.isOption() && key.root().equals("VIX") && key.settlementDate().equals(LocalDate.of(2026, 4, 15))
                    && key.right() == Right.CALL && key.strike() > 21) {
                world.market.overridden.put(key, new alvh.planner.market.Quote(Double.NaN, quote.ask(), 0, 10,
                        quote.at(), quote.quality()));
            }
        });
        PlanOutcome outcome = world.plan();
        assertThat(outcome).as(Show.of(outcome)).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(outcome.report().certificates()).noneMatch(Certificate::valid);
        assertThat(codes(outcome)).contains(Refusal.Code.Q_ONESIDED);
    }

    @Test
    void contingencyStaysAtItsCoreWhileAccelerationIsOnlyArmed() {
        PlanOutcome outcome = book(600).levels(Level.FULL, Level.ARMED, Level.FULL).plan();
        Usd core = outcome.report().budget().capTotal().share(new java.math.BigDecimal("0.25")).part(1, 3);
        Usd spent = plan(outcome).orders().stream().filter(o -> o.layer() == LayerId.CONTINGENCY)
                .map(PlannedOrder::worstCase).reduce(Usd.ZERO, Usd::plus);
        assertThat(spent).isGreaterThan(Usd.ZERO).isLessThanOrEqualTo(core);
        assertThat(plan(outcome).orders()).noneMatch(o -> o.layer() == LayerId.ACCELERATION);
    }

    @Test
    void nothingIsBoughtAtAForwardOfFiftyOrVvix140() {
        PlanOutcome dear = demo().with(w -> {
            w.market.vix = 58;
            w.market.vix3m = 50;
            w.market.vvix = 135;
            w.market.curve = new double[]{56, 55, 54, 53.5, 53, 52.5, 52, 51.5, 51.2, 51};
        }).plan();
        assertThat(dear).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(codes(dear)).contains(Refusal.Code.FORWARD_ABOVE_50);
        PlanOutcome wild = demo().with(w -> w.market.vvix = 140).plan();
        assertThat(wild).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(codes(wild)).contains(Refusal.Code.VVIX_ABOVE_140);
    }

    @Test
    void nothingIsBoughtInsideABlackout() {
        PlanOutcome outcome = demo().with(w -> w.calendar = new EventCalendar(
                List.of(new EventCalendar.ScheduledEvent(World.newYork(World.TUESDAY, 10, 30),
                        EventCalendar.Type.FOMC, null, 3, Double.NaN, Double.NaN, Double.NaN))))
                .plan();
        assertThat(outcome).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(codes(outcome)).contains(Refusal.Code.EVENT_BLACKOUT);
    }

    @Test
    void aBookThatGainsInACrashIsNotHedgedAgainstOne() {
        World world = new World();
        world.market.name("AAPL", 221, 0.28, 1.2);
        world.spread("AAPL", LocalDate.of(2026, 4, 17), Right.CALL, 235, 245, 20, "2.60", "0.90");
        PlanOutcome outcome = world.levels(Level.FULL, Level.FULL, Level.FULL).plan();
        assertThat(outcome).as(Show.of(outcome)).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(codes(outcome)).containsAnyOf(Refusal.Code.OVER_HEDGE, Refusal.Code.GREEK_LIMIT);
    }

    @Test
    void theHedgeNeverGainsMoreThanTheBookLosesWhereTheBookLosesMuch() {
        for (int size : List.of(10, 30, 90)) {
            PlanOutcome outcome = book(size).levels(Level.FULL, Level.FULL, Level.FULL).plan();
            LossTable.Column six = outcome.report().losses().columns().get(1);
            assertThat(six.heldHedge() + six.plannedHedge()).isLessThanOrEqualTo(-six.bookAlone() * 1.05);
        }
    }

    @Test
    void accountsWithoutARateOrWithoutMarginBuyNothing() {
        assertThat(codes(demo().with(w -> w.netLiquidation = null).plan()))
                .contains(Refusal.Code.NO_EXCHANGE_RATE);
        assertThat(codes(demo().with(w -> w.excess = Usd.ofDollars(18_000)).plan()))
                .contains(Refusal.Code.MARGIN_LOW);
        assertThat(demo().with(w -> {
            w.cashAccount = true;
            w.cash = Usd.ofDollars(50);
        }).plan()).isInstanceOf(PlanOutcome.NothingToDo.class);
    }

    @Test
    void missingLevelsMakeAPlanImpossibleAndOldQuotesAreNamed() {
        PlanOutcome blind = demo().with(w -> w.market.levelOverride.put("VIX", alvh.planner.market.IndexLevel.NONE))
                .plan();
        assertThat(blind).isInstanceOf(PlanOutcome.Impossible.class);
        PlanOutcome noSpx = demo().with(w -> {
            w.market.levelOverride.put("SPX", alvh.planner.market.IndexLevel.NONE);
            w.market.levelOverride.put("XSP", alvh.planner.market.IndexLevel.NONE);
        }).plan();
        assertThat(noSpx).isInstanceOf(PlanOutcome.Impossible.class);
        PlanOutcome old = demo().with(w -> w.market.quoteAgeSeconds = 130).plan();
        assertThat(old).isNotInstanceOf(PlanOutcome.Planned.class);
        assertThat(codes(old)).isNotEmpty();
    }

    @Test
    void aPlanOutsideTheWindowIsMadeButNamed() {
        PlanOutcome early = demo().with(w -> w.market.asOf = World.newYork(World.TUESDAY, 9, 40)).plan();
        assertThat(early).isInstanceOf(PlanOutcome.Planned.class);
        assertThat(early.report().rejected()).extracting(Refusal::code).contains(Refusal.Code.OUTSIDE_WINDOW);
        PlanOutcome sunday = demo().with(w -> w.market.asOf = World.newYork(LocalDate.of(2026, 3, 8), 10, 15)).plan();
        assertThat(sunday.report().rejected()).extracting(Refusal::code).contains(Refusal.Code.MARKET_CLOSED);
    }

    @Test
    void aPlanFromTheWantedLinesAloneBuysTheSameLayers() {
        World world = demo();
        PlanningInput input = world.input();
        List<InstrumentKey> wanted = HedgePlanner.wanted(input.levels(), input.account(), input.ledger(),
                input.market(), input.settings());
        assertThat(wanted).hasSizeLessThanOrEqualTo(160).doesNotHaveDuplicates();
        assertThat(wanted).containsAll(input.account().positions().stream().map(p -> p.key()).toList());
        MarketSnapshot all = input.market();
        var quotes = new java.util.TreeMap<>(all.quotes());
        quotes.keySet().retainAll(new HashSet<>(wanted));
        var narrow = new PlanningInput(input.kind(), new MarketSnapshot(all.asOf(), all.takenAt(), all.levels(), quotes,
                all.listings(), all.bars(), all.increments(), all.missing()), input.account(), input.ledger(),
                input.levels(), input.own(), input.past(), input.settings());
        assertThat(plan(HedgePlanner.plan(narrow)).orders()).extracting(PlannedOrder::layer)
                .containsExactlyElementsOf(plan(world.plan()).orders().stream().map(PlannedOrder::layer).toList());
    }

    private static World demo() {
        return World.demo().levels(Level.FULL, Level.TWO_THIRDS, Level.TWO_THIRDS);
    }
}
