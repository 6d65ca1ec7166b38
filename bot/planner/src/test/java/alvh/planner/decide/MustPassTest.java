package alvh.planner.decide;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import alvh.planner.layer.BuyGate;
import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.SecType;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.Certificate.Signer;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;
import alvh.planner.risk.Breach;
import alvh.planner.world.Outcomes;
import alvh.planner.world.Show;
import alvh.planner.world.Situation;
import alvh.planner.world.SituationFiles;
import alvh.planner.world.SituationQuotes;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Points of methodology 8.1 that only a whole plan can show. */
class MustPassTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);

    /** A reason that alone forbids every buy: what makes it, and the code that says it. */
    record Forbidden(String name, Refusal.Code code, Consumer<World> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Forbidden> forbidden() {
        return Stream.of(
                new Forbidden("a base of zero", Refusal.Code.NO_BOOK, world -> world.events.clear()),
                new Forbidden("a forward of 50", Refusal.Code.FORWARD_ABOVE_50, world -> {
                    world.market.vix = 58;
                    world.market.vix3m = 52;
                    world.market.curve = new double[]{55, 54, 53.5, 53, 52.5, 52, 51.5, 51.2, 51, 51};
                }),
                new Forbidden("a blackout", Refusal.Code.EVENT_BLACKOUT, world -> world.calendar = SituationFiles
                        .event(world.calendar, List.of("2026-03-10", "10:30", "FOMC", "importance", "3"))),
                new Forbidden("DATA: a crossed chain", Refusal.Code.Q_CROSSED, world -> SituationQuotes
                        .apply(List.of("VIX * * * crossed", "XSP * * * crossed"), world)),
                new Forbidden("DATA: no VIX", Refusal.Code.DATA_MISSING, world -> world.market.levelOverride
                        .put("VIX", alvh.planner.market.IndexLevel.NONE)),
                new Forbidden("BUDGET: all of it is spent", Refusal.Code.BUDGET_USED,
                        world -> world.boughtCall(LayerId.BASE, APRIL, 24, 10, "1.95", 30)),
                new Forbidden("RISK: no margin", Refusal.Code.MARGIN_LOW,
                        world -> world.excess = Usd.ofDollars(18_000)),
                new Forbidden("RISK: no exchange rate", Refusal.Code.NO_EXCHANGE_RATE,
                        world -> world.netLiquidation = null),
                new Forbidden("RULE: VVIX of 140", Refusal.Code.VVIX_ABOVE_140, world -> world.market.vvix = 140));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbidden")
    void MP10_nothingIsBoughtWith(Forbidden reason) {
        World allowed = full();
        assertThat(Outcomes.plan(allowed.plan()).orders()).anyMatch(o -> o.worstCase().isPositive());
        World world = full();
        reason.change().accept(world);
        PlanOutcome outcome = world.plan();
        assertThat(outcome.report().rejected()).as(Show.of(outcome)).extracting(Refusal::code).contains(reason.code());
        if (outcome instanceof PlanOutcome.Planned planned) {
            assertThat(planned.plan().orders()).extracting(PlannedOrder::effect).containsOnly(Effect.CLOSE);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Signer.class, mode = EnumSource.Mode.EXCLUDE, names = "HUMAN")
    void MP10_oneMissingSignatureIsANoForTheLayerAndForAllThatNeedIt(Signer missing) {
        List<Certificate> all = sign(null);
        assertThat(all).allMatch(Certificate::valid);
        List<Certificate> without = sign(missing);
        assertThat(without).as("%s is missing on Base: no layer may act", missing).noneMatch(Certificate::valid);
        assertThat(without.get(0).signatures()).filteredOn(s -> !s.signed() && s.signer() != Signer.HUMAN)
                .extracting(Certificate.Signature::signer).containsExactly(missing);
    }

    /** The certificates of three layers that spend $10 each, with one signer of Base given a reason to refuse. */
    private static List<Certificate> sign(Signer missing) {
        SortedMap<LayerId, Level> levels = new TreeMap<>();
        SortedMap<LayerId, BuyGate> gates = new TreeMap<>();
        SortedMap<LayerId, Usd> charges = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            levels.put(layer, Level.FULL);
            gates.put(layer, new BuyGate(BuyGate.Reason.OPEN, 100, ""));
            charges.put(layer, Usd.ofDollars(10));
        }
        if (missing == Signer.RULE) {
            gates.put(LayerId.BASE, new BuyGate(BuyGate.Reason.VVIX_ABOVE_140, 0, "VVIX 150.0 >= 140"));
        }
        Usd available = missing == Signer.BUDGET ? Usd.ofDollars(9) : Usd.ofDollars(30);
        SortedMap<LayerId, List<Breach>> breaches = new TreeMap<>(missing == Signer.RISK
                ? Map.of(LayerId.BASE, List.of(new Breach(Breach.Limit.MARGIN_LOW, "test")))
                : Map.of());
        SortedMap<LayerId, String> faults = new TreeMap<>(
                missing == Signer.DATA ? Map.of(LayerId.BASE, "crossed") : Map.of());
        return new Certifier(World.newYork(World.TUESDAY, 10, 15), levels, gates, available, null, false, breaches,
                faults, true).sign(charges, charges.values().stream().reduce(Usd.ZERO, Usd::plus));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbidden")
    void MP11_noneOfTheseStopsAHarvest(Forbidden reason) {
        World world = full();
        reason.change().accept(world);
        String lot = world.boughtCall(LayerId.BASE, APRIL, 26, 6, "0.05", 30);
        boolean noQuotes = reason.code() == Refusal.Code.Q_CROSSED;
        PlanOutcome outcome = world.plan();
        List<PlannedOrder> sales = outcome instanceof PlanOutcome.Planned planned ? planned.plan().orders() : List.of();
        // DATA alone is asked of a sale too (2.7): nothing is sold on crossed quotes.
        assertThat(sales.stream().anyMatch(o -> o.effect() == Effect.CLOSE && o.closesLots().contains(lot)))
                .as(Show.of(outcome)).isEqualTo(!noQuotes);
    }

    @Test
    void MP13_aSteepenerIsRefusedWithItsReasonAndNeverBecomesAnOrder() {
        World world = full();
        world.settings = world.settings.withFutures(HedgeSettings.Futures.STEEPENER);
        PlanOutcome outcome = world.plan();
        assertThat(Outcomes.refusal(outcome, Refusal.Code.STEEPENER).because()).contains("short volatility");
        assertThat(Outcomes.plan(outcome).orders()).flatExtracting(PlannedOrder::legs)
                .noneMatch(leg -> leg.key().secType() == SecType.FUTURE);
    }

    @Test
    void MP18_closingHalfOfACondorHalvesWhatItMayPayFor() {
        World whole = condor(10);
        World half = condor(10);
        close(half, 5);
        Usd before = whole.plan().report().budget().premiumOpen();
        assertThat(before).isEqualTo(Usd.of("2870"));
        PlanReport report = half.plan().report();
        assertThat(report.budget().premiumOpen()).isEqualTo(before.part(1, 2));
        assertThat(report.book()).singleElement().satisfies(line -> {
            assertThat(line.structure().openQuantity()).isEqualTo(5);
            assertThat(line.structure().originalQuantity()).isEqualTo(10);
        });
    }

    @Test
    void MP19_assignmentTakesTheCreditOutOfTheBudgetTheSameDay() {
        World world = World.book(60);
        InstrumentKey put = InstrumentKey.option("JPM", LocalDate.of(2026, 3, 20), Right.PUT, 250_000);
        world.market.name("JPM", 242, 0.26, 1.1);
        world.events.add(new BookedEvent.Executed(world.market.asOf().minusSeconds(86_400L * 9), "b", 1, null, 1, put,
                Side.SELL, 2, Price.of("4.00"), 100));
        world.market.also(put);
        Usd before = world.plan().report().budget().premiumOpen();
        assertThat(before).as("3000 of spreads and 2 x 400 of cash-secured puts").isEqualTo(Usd.of("3800"));
        world.events.add(new BookedEvent.Settled(world.market.asOf().minusSeconds(600), put, Usd.of("800")));
        world.hold(InstrumentKey.of("JPM"), 200, "250");
        PlanReport after = world.plan().report();
        assertThat(after.budget().premiumOpen()).isEqualTo(Usd.of("3000"));
        assertThat(after.budget().premiumRealised()).as("400 - 800 each: a loser counts as nothing")
                .isEqualTo(Usd.ZERO);
    }

    /** Each number from 1 to 20 has a line in the room's README, and each test that it names is there. */
    @Test
    void theTableOfTheReadmeNamesTestsThatExist() throws java.io.IOException {
        var numbers = new java.util.TreeSet<Integer>();
        var missing = new ArrayList<String>();
        for (String line : java.nio.file.Files.readAllLines(Path.of("README.md"))) {
            var cells = line.split("\\|");
            if (!line.matches("\\| *\\d+ \\|.*")) {
                continue;
            }
            numbers.add(Integer.parseInt(cells[1].strip()));
            Path file = Path.of("..", cells[4].strip().replace("`", ""));
            for (String test : cells[3].replace("`", "").strip().split(" +")) {
                boolean there = java.nio.file.Files.isRegularFile(file)
                        && java.nio.file.Files.readString(file).contains("void " + test + "(");
                if (!there) {
                    missing.add(test + " in " + file);
                }
            }
        }
        assertThat(missing).as("tests that README.md names and nobody wrote").isEmpty();
        assertThat(numbers).hasSize(20).contains(1, 20);
    }

    /** A reason that no page shows would be a sentence that nobody has read. */
    @Test
    void theGoldenBookShowsEveryReasonButThese() throws java.io.IOException {
        EnumSet<Refusal.Code> unseen = EnumSet.allOf(Refusal.Code.class);
        for (Path file : Situation.all(Situation.FOLDER)) {
            for (String line : Situation.read(file).lines(Situation.EXPECT)) {
                if (line.startsWith("refused ")) {
                    unseen.remove(Refusal.Code.valueOf(line.substring(8).strip().split(" ")[0]));
                }
            }
        }
        // Contracts whose own quote is empty, delayed, old or beside the model: their words are those of PackageQuote.
        assertThat(unseen).isSubsetOf(EnumSet.of(Refusal.Code.Q_EMPTY, Refusal.Code.Q_TYPE, Refusal.Code.Q_STALE,
                Refusal.Code.Q_ARB));
    }

    private static World full() {
        return World.book(100).levels(Level.FULL, Level.FULL, Level.FULL);
    }

    private static World condor(long units) {
        var world = new World();
        world.market.name("JPM", 242, 0.26, 1.1);
        trade(world, units, Side.SELL, "2.70", "1.28", "2.60", "1.15", 12);
        return world.levels(Level.CORE, Level.ARMED, Level.CORE);
    }

    private static void close(World world, long units) {
        trade(world, units, Side.BUY, "1.00", "0.30", "0.60", "0.15", 2);
    }

    private static void trade(World world, long units, Side shortSide, String put, String putWing, String call,
            String callWing, int daysAgo) {
        String[] prices = {put, putWing, call, callWing};
        int[] strikes = {225, 215, 260, 270};
        for (int i = 0; i < 4; i++) {
            InstrumentKey key = InstrumentKey.option("JPM", LocalDate.of(2026, 4, 17),
                    i < 2 ? Right.PUT : Right.CALL, strikes[i] * 1000L);
            world.events.add(new BookedEvent.Executed(world.market.asOf().minusSeconds(86_400L * daysAgo),
                    shortSide + "x" + i, 1, null, 1, key, i % 2 == 0 ? shortSide : shortSide.opposite(), units,
                    Price.of(prices[i]), 100));
            world.market.also(key);
        }
    }
}
