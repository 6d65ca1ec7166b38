package alvh.daemon.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.Level;
import alvh.planner.layer.Regime;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.BookLine;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PriceLadder;
import alvh.planner.plan.Refusal;
import alvh.planner.portfolio.Structure;
import alvh.planner.portfolio.StructureType;
import alvh.planner.signal.Signal;
import alvh.planner.signal.SignalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The five screens of a small report, to the character. */
class PlanScreensTest {

    private static final InstrumentKey HIGH = InstrumentKey.of("XSP   260529P00570000");
    private static final InstrumentKey LOW = InstrumentKey.of("XSP   260529P00555000");
    private static final InstrumentKey CALL = InstrumentKey.of("VIX   260415C00026000");

    private static Structure.Leg leg(String key, Side side) {
        return new Structure.Leg(InstrumentKey.of(key), side, 1, List.of());
    }

    private static List<BookLine> book() {
        Structure spread = new Structure("s1", StructureType.PUT_SPREAD, "AAPL", LocalDate.of(2026, 4, 17),
                List.of(leg("AAPL  260417P00205000", Side.SELL), leg("AAPL  260417P00195000", Side.BUY)), 3, 3,
                Usd.of("607.68"), BigDecimal.ONE, Lot.Source.AVGCOST, null, List.of());
        Structure condor = new Structure("s2", StructureType.IRON_CONDOR, "JPM", LocalDate.of(2026, 4, 17),
                List.of(leg("JPM   260417P00225000", Side.SELL), leg("JPM   260417P00215000", Side.BUY),
                        leg("JPM   260417C00260000", Side.SELL), leg("JPM   260417C00270000", Side.BUY)),
                2, 2, Usd.of("1568.24"), BigDecimal.ONE, Lot.Source.FILL, null, List.of());
        return List.of(new BookLine(spread, 430.5, 1.154, 0.514, 0.3, "opened=UNKNOWN"),
                new BookLine(condor, Double.NaN, 1.0, 0.45, 0.26, "opened=UNKNOWN; no quote of one leg"));
    }

    private static BudgetState budget() {
        TreeMap<LayerId, Usd> byLayer = new TreeMap<>();
        byLayer.put(LayerId.BASE, Usd.of("84.27"));
        return new BudgetState(new BigDecimal("0.20"), new BigDecimal("0.25"), Usd.of("2175.92"), Usd.of("100.00"),
                Usd.of("455.18"), Usd.of("543.98"), Usd.of("455.18"), Usd.of("160.00"), Usd.of("84.27"),
                Usd.of("75.73"), Usd.of("295.18"), Usd.of("12.50"), byLayer, Usd.ZERO);
    }

    static PlanReport report(List<Refusal> rejected) {
        List<Signal> signals = List.of(
                new Signal(SignalId.TERM_STRUCTURE, 0.91, 0.5, "VIX 17.91 / VIX3M 19.70 = 0.91, half a vote from 0.95",
                        Duration.ofSeconds(6), List.of(), null),
                new Signal(SignalId.EDR, 0.81, 0, "0.81 % a day, display only", Duration.ofHours(18), List.of(), null),
                Signal.missing(SignalId.EVENTS, "no events file"));
        List<LayerDecision> layers = List.of(
                new LayerDecision(LayerId.BASE, Level.CORE, Level.FULL, true, 100, "", "votes 2.5 >= 2.5",
                        "back one step at votes <= 0.5 for 5 closes"),
                new LayerDecision(LayerId.ACCELERATION, Level.OFF, Level.OFF, false, 0, "no certificate of Base",
                        "votes 1.0 < 2", ""));
        LossTable losses = new LossTable(List.of(new LossTable.Column("-3 %", -0.03, 23, -1166, 50, 209.2),
                new LossTable.Column("-10 %", -0.10, 42, -5006, 95, 1300),
                new LossTable.Column("unchanged", 0, 18, 411, -5, -40)));
        return new PlanReport(book(), 1.32, 1.09, 0.25, budget(), signals, 2.5, Regime.NORMAL, layers, null,
                List.of(new PlanReport.LotLine("H.A", "VIX 15 Apr 23 call", 1, 95, "hold", "worth 1.1 x its cost")),
                List.of(), losses, rejected, Double.NaN,
                List.of("AAPL 2026-04-17: FORWARD_INTERPOLATED", "first start: BACKFILL"),
                alvh.planner.plan.PlanDetails.NONE);
    }

    private static PlannedOrder order(int step, Effect effect, List<Lot.LotLeg> legs, String words, double bid,
            double ask, String worst, String... rungs) {
        return new PlannedOrder(step, LayerId.BASE, effect, legs, 1, 100,
                new PriceLadder(Arrays.stream(rungs).map(Price::of).toList()), Usd.of(worst), Usd.of("1.60"),
                List.of(), 0, words, "a reason", bid, ask);
    }

    private static HedgePlan plan(PlannedOrder... orders) {
        Usd worst = Arrays.stream(orders).map(PlannedOrder::worstCase).reduce(Usd.ZERO, Usd::plus);
        return new HedgePlan("7f3a91c208be" + "0".repeat(52), HedgePlan.Kind.DAILY,
                Instant.parse("2026-03-10T14:15:00Z"), LocalDate.of(2026, 3, 10), List.of(orders), worst);
    }

    static PlanOutcome buys() {
        return new PlanOutcome.Planned(
                plan(order(1, Effect.OPEN, List.of(new Lot.LotLeg(CALL, 1, Side.BUY)),
                        "BUY 1 VIX 15 Apr 26 call (36 DTE, delta .31)", 0.68, 0.76, "75.60", "0.73", "0.74")),
                report(List.of(new Refusal(Refusal.Code.PACING, "unit 2", "one unit a layer in five sessions"))));
    }

    @Test
    void aPlanThatBuys() {
        assertThat(String.join("\n", RunText.plan(buys(), 100))).isEqualTo("""
                1  THE BOOK                                             what you are short, and what it has paid you
                   name  structure        expiry  strikes            qty  credit $   now $  beta    R²  hedgeable
                   AAPL  bull put spread  17 Apr  205/195              3    607.68  430.50  1.15  0.51       30 %
                   JPM   iron condor      17 Apr  225/215 · 260/270    2  1,568.24       -  1.00  0.45       26 %
                   JPM: no quote of one leg
                   Premium open $2,175.92, by the broker's average cost where no fills are known · kept on closed
                   trades $100.00
                   A market hedge cannot remove a single name's own gap: it can reach about 25 % of this book's risk

                2  THE BUDGET                                                       20 % of premium; 15-25 % allowed
                   ceiling       $455.18   20 % x (2,175.92 + 100.00) = $455.18; open lots 25 % x 2,175.92 = $543.98
                   spent          $84.27   Base $84.27
                   reserved       $75.73   orders under way, at their worst case
                   left          $295.18   the smaller of both tests
                   gains          $12.50   above cost; never enlarges the budget, half of a gain may extend cover

                3  THE SIGNALS                                                                           vote    age
                   term structure       VIX 17.91 / VIX3M 19.70 = 0.91, half a vote from 0.95             0.5    6 s
                   expected daily range 0.81 % a day, display only                                          -   18 h
                   missing              events (no events file): no vote, no effect

                4  THE LAYERS                                         each layer's certificate lets the next one act
                   Base          FULL        because votes 2.5 >= 2.5; back one step at votes <= 0.5 for 5 closes
                   Acceleration  OFF         because votes 1.0 < 2
                                             no buys: no certificate of Base
                   lot  1 x VIX 15 Apr 23 call, worth $95.00: hold because worth 1.1 x its cost

                5  THE PLAN  7f3a-91c2-08be                             nothing is sent before you approve this hash
                   #  layer  order                                         limit  worst case $    bid x ask
                   1  Base   BUY 1 VIX 15 Apr 26 call (36 DTE, delta .31)   0.73         75.60  0.68 x 0.76
                      total                                                              75.60    of 295.18
                      the worst case is the last rung of each ladder (0.74) and the fees

                   in 5 days, if SPX    -3 %   -10 %  unchanged
                   book alone         -1,166  -5,006       +411
                   with lots held     -1,116  -4,911       +406
                   with this plan       -907  -3,611       +366   calm costs $45 / 5 d
                   absorbs              22 %    28 %          -

                   Not taken: unit 2 (one unit a layer in five sessions)
                   Forwards taken from neighbours: AAPL 2026-04-17
                   first start: BACKFILL
                """);
    }

    @Test
    void aPackageIsSoldAtThePriceThatItBrings() {
        PlanOutcome sale = new PlanOutcome.Planned(plan(order(1, Effect.CLOSE,
                List.of(new Lot.LotLeg(HIGH, 1, Side.SELL), new Lot.LotLeg(LOW, 1, Side.BUY)),
                "SELL 1 XSP 29 May 570/555 put spread", -6.61, -5.94, "0", "-6.16", "-5.94")), report(List.of()));
        assertThat(RunText.plan(sale, 100)).contains(
                "   1  Base   SELL 1 XSP 29 May 570/555 put spread   6.16      592.40  5.94 x 6.61",
                "      at least: the last rung of each ladder (5.94) less the reserved fees");
    }

    @Test
    void noOrdersSayWhy() {
        PlanOutcome none = new PlanOutcome.NothingToDo(List.of(new Refusal(Refusal.Code.NO_BOOK, "book",
                "no eligible premium is open: there is nothing to protect and no budget")), report(List.of()));
        assertThat(RunText.plan(none, 100)).contains(
                "5  NO ORDERS" + " ".repeat(63) + "nothing is sent, because:",
                "   NO_BOOK  book: no eligible premium is open: there is nothing to protect and no budget");
        PlanOutcome blind = new PlanOutcome.Impossible(
                List.of(new Refusal(Refusal.Code.DATA_MISSING, "VIX", "no level within 4 s")), report(List.of()));
        assertThat(RunText.plan(blind, 100)).contains("   DATA_MISSING  VIX: no level within 4 s")
                .anyMatch(l -> l.startsWith("5  NO PLAN"));
    }

    @Test
    void manyReasonsOfOneKindAreOneSentence() {
        List<Refusal> reasons = List.of(new Refusal(Refusal.Code.BOOK_TOO_SMALL, "book", "it needs $288.00"),
                new Refusal(Refusal.Code.BUDGET_USED, "VIX 23 call", "$85.60 does not fit"),
                new Refusal(Refusal.Code.BUDGET_USED, "VIX 24 call", "$69.60 does not fit"));
        assertThat(RunText.plan(new PlanOutcome.NothingToDo(reasons, report(reasons)), 100))
                .contains("   BOOK_TOO_SMALL  book: it needs $288.00",
                        "   BUDGET_USED  VIX 23 call: $85.60 does not fit (and 1 more like it)")
                .noneMatch(l -> l.contains("Not taken"));
        assertThat(RunText.plan(new PlanOutcome.NothingToDo(List.of(), report(List.of())), 100))
                .contains("   everything is held as the rules want it");
    }

    private static PlanReport with(BudgetState budget, List<String> notes) {
        PlanReport r = report(List.of());
        return new PlanReport(r.book(), r.bookBetaFast(), r.bookBetaSlow(), r.hedgeableShare(), budget, r.signals(),
                r.votes(), r.regime(), r.layers(), r.levelsNow(), r.lots(), r.certificates(), r.losses(), r.rejected(),
                r.shadowPrice(), notes, r.details());
    }

    /** By hand: 20 % of 2,275.92 is 455.18, 25 % of 2,175.92 is 543.98. */
    @Test
    void aCapInDollarsIsSaidBesideTheShareThatItCuts() {
        BudgetState b = budget();
        BudgetState capped = new BudgetState(b.share(), b.openShare(), b.premiumOpen(), b.premiumRealised(),
                Usd.of("100"), Usd.of("100"), Usd.of("100"), b.cumHedge(), b.unrecovered(), b.reserved(),
                b.available(), b.harvestReserve(), b.unrecoveredByLayer(), Usd.ZERO);
        PlanReport one = with(new BudgetState(b.share(), b.openShare(), b.premiumOpen(), b.premiumRealised(),
                Usd.of("455.18"), Usd.of("500"), Usd.of("455.18"), b.cumHedge(), b.unrecovered(), b.reserved(),
                b.available(), b.harvestReserve(), b.unrecoveredByLayer(), Usd.ZERO), List.of());
        assertThat(String.join(" ", new PlanScreens(one, 200).budget()))
                .contains("20 % x (2,175.92 + 100.00) = $455.18;"
                        + " open lots 25 % x 2,175.92 = $543.98, capped at $500.00 by budget.max_usd");
        assertThat(String.join(" ", new PlanScreens(with(capped, List.of()), 200).budget()))
                .contains("= $455.18, capped at $100.00 by budget.max_usd; open lots")
                .contains("= $543.98, capped at $100.00 by budget.max_usd");
    }

    @Test
    void aChosenPresetSaysItsCostBeforeAnythingElse() {
        String note = "preset vxth: VIX calls; one call costs about $86 now";
        PlanOutcome chosen = new PlanOutcome.NothingToDo(List.of(), with(budget(), List.of("first start", note)));
        List<String> lines = RunText.plan(chosen, 100);
        assertThat(lines).startsWith("Preset vxth: VIX calls; one call costs about $86 now", "");
        assertThat(lines.stream().filter(l -> l.contains("preset vxth"))).isEmpty();
        assertThat(RunText.json(chosen)).contains("\"preset\" : \"" + note);
        PlanOutcome usual = new PlanOutcome.NothingToDo(List.of(), with(budget(), List.of("preset default: one")));
        assertThat(RunText.plan(usual, 100)).contains("   preset default: one").element(0).asString()
                .startsWith("1  THE BOOK");
    }

    @Test
    void sharesAreWorthWhatTheyBringAndTheMostVixIsSaidOnce() {
        Structure shares = new Structure("AAPL LOOSE AAPL", StructureType.LOOSE, "AAPL", null,
                List.of(leg("AAPL", Side.BUY)), 100, 100, Usd.ZERO, BigDecimal.ONE, Lot.Source.AVGCOST, null,
                List.of());
        PlanReport r = report(List.of());
        LossTable deep = new LossTable(List.of(new LossTable.Column("-20 %", -0.2, 85, -8556, 0, 6578),
                new LossTable.Column("-30 %", -0.3, 85, -11423, 0, 6578)));
        PlanReport held = new PlanReport(List.of(new BookLine(shares, -21940, 1.15, 0.51, 0.3, "")), r.bookBetaFast(),
                r.bookBetaSlow(), r.hedgeableShare(), r.budget(), r.signals(), r.votes(), r.regime(), r.layers(),
                r.levelsNow(), r.lots(), r.certificates(), deep, r.rejected(), r.shadowPrice(), r.notes(),
                r.details());
        PlanScreens screens = new PlanScreens(held, 100);
        assertThat(String.join("\n", screens.book())).contains("worth 21,940.00").doesNotContain("-21,940");
        assertThat(screens.plan(plan(order(1, Effect.OPEN, List.of(new Lot.LotLeg(CALL, 1, Side.BUY)), "BUY", 0.68,
                0.76, "75.60", "0.73"))))
                .contains("   At -20 % and -30 % VIX is taken as 85, the most that is assumed");
    }

    @Test
    void wordsFromAFileDoNotCommandTheTerminal() {
        PlanOutcome hostile = new PlanOutcome.NothingToDo(List.of(),
                with(budget(), List.of("KO: \u001b[31mred\nline 2\u009b")));
        assertThat(RunText.plan(hostile, 100)).contains("   KO: ·[31mred·line 2·");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 90, 100})
    void noLineIsWiderThanTheScreen(int width) {
        assertThat(RunText.plan(buys(), width)).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(width));
    }

    @Test
    void at80ColumnsTheTablesDropTheLastColumns() {
        List<String> lines = RunText.plan(buys(), 80);
        assertThat(lines.get(1)).startsWith("   name").contains("now $").doesNotContain("hedgeable");
        assertThat(lines).contains("   1  Base   BUY 1 VIX 15 Apr 26 call   0.73         75.60  0.68 x 0.76");
    }

    @Test
    void jsonKnowsNoNotANumber() {
        assertThat(RunText.json(buys())).contains("\"shadowPrice\" : null").contains("\"valueNow\" : null")
                .doesNotContain("NaN");
    }

    @Test
    void jsonCarriesTheSameFacts() {
        assertThat(RunText.json(buys())).contains("\"result\" : \"PLANNED\"").contains("\"worstCase\" : \"75.6000\"")
                .contains("\"because\" : \"one unit a layer in five sessions\"");
    }
}
