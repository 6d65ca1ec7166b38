package alvh.planner.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.HedgePlanner;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.CallLines;
import alvh.planner.line.Candidate;
import alvh.planner.line.LayerProfile;
import alvh.planner.line.LinePricer;
import alvh.planner.line.Picture;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.MarketReport;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;
import alvh.planner.pricing.ForwardSource;
import alvh.planner.world.Outcomes;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What doubtful quotes do to a plan: parity rejects (F20), an interpolated forward costs more (5.1). */
class QuoteDoubtsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);

    private static List<Candidate> base(World world, List<Refusal> refusals) {
        Picture picture = Picture.of(world.input(), TradingCalendar.nyse());
        return CallLines.of(new LinePricer(picture, refusals),
                LayerProfile.calls(LayerId.BASE, HedgeSettings.Preset.DEFAULT)).buys();
    }

    private static World withoutForward() {
        World world = World.demo();
        world.market.overridden.put(InstrumentKey.future("VX", APRIL), Quote.NONE);
        world.market.snapshot().quotes().keySet().stream().filter(
                k -> k.isOption() && k.root().equals("VIX") && k.settlementDate().equals(APRIL)
                        && k.right() == Right.PUT)
                .forEach(k -> world.market.overridden.put(k, Quote.NONE));
        return world;
    }

    /** Fee of one VIX call: 1.00 + 0.60. Ticks of 0.01 below 3.00. */
    private static double filled(Candidate line, double share) {
        double price = line.quote().mid() + share * line.quote().half();
        return 100 * Math.ceil(price * 100 - 1e-6) / 100 + 1.60;
    }

    @Test
    void F_interp_doublesTheSlippageAndLeavesTheLadder() {
        List<Candidate> known = base(World.demo(), new ArrayList<>());
        assertThat(known).hasSize(3).allSatisfy(
                line -> assertThat(line.line().expectedFill()).isCloseTo(filled(line, 0.35), within(1e-6)));
        World world = withoutForward();
        assertThat(Picture.of(world.input(), TradingCalendar.nyse()).state()
                .surface(InstrumentKey.option("VIX", APRIL, Right.CALL, 22_000)).source())
                .isEqualTo(ForwardSource.INTERPOLATED);
        List<Candidate> interpolated = base(world, new ArrayList<>());
        assertThat(interpolated).hasSize(3).allSatisfy(
                line -> {
                    assertThat(line.line().expectedFill()).isCloseTo(filled(line, 0.70), within(1e-6));
                    assertThat(line.line().expectedFill()).isLessThanOrEqualTo(100 * line.quote().ask() + 1.60);
                });
        assertThat(interpolated.get(0).ladder()).isEqualTo(known.get(0).ladder());
    }

    @Test
    void F_interp_isSaidInTheReport() {
        PlanReport report = withoutForward().levels(Level.CORE, Level.ARMED, Level.CORE).plan().report();
        assertThat(report.details().market().lines())
                .anyMatch(l -> l.startsWith("VIX 2026-04-15") && l.contains("F_interp"));
    }

    /** The base call's quote is lifted by half a point: parity with its put and the future says that it is stale. */
    @Test
    void F20_aCallAgainstItsPutAndFutureIsNotBought() {
        World world = World.demo();
        Candidate target = base(world, new ArrayList<>()).get(0);
        InstrumentKey key = target.buys().get(0).key();
        Quote quote = world.market.snapshot().quote(key);
        world.market.overridden.put(key, new Quote(quote.bid() + 0.5, quote.ask() + 0.5, 60, 60, quote.at(),
                quote.quality()));
        var refusals = new ArrayList<Refusal>();
        assertThat(base(world, refusals)).isNotEmpty().noneMatch(line -> line.buys().get(0).key().equals(key));
        assertThat(refusals).anyMatch(r -> r.code() == Refusal.Code.Q_ARB
                && r.because().contains("a conversion would earn"));
        MarketReport market = world.levels(Level.CORE, Level.ARMED, Level.CORE).plan().report().details().market();
        assertThat(market.parity()).anyMatch(pair -> pair.rejected() && pair.strike() == key.strike()
                && pair.conversion() > 0.10 && pair.expiry().equals(APRIL));
        assertThat(market.lines()).anyMatch(l -> l.startsWith("rejected: VIX 2026-04-15"));
    }

    /**
     * Our delta of the April 22 call on its future at 19.2 is near .32; a broker that takes the spot 17.92 says .20 or less.
     * A gap of a tenth or less is none.
     */
    @Test
    void aBrokerThatPricesVixFromItsSpotIsAnAlert() {
        World world = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE);
        InstrumentKey call = InstrumentKey.option("VIX", APRIL, Right.CALL, 22_000);
        InstrumentKey next = InstrumentKey.option("VIX", APRIL, Right.CALL, 23_000);
        var deltas = new java.util.TreeMap<InstrumentKey, Double>();
        deltas.put(call, 0.20);
        deltas.put(next, 0.27);
        PlanningInput plain = world.input();
        var market = new alvh.planner.market.MarketSnapshot(plain.market().asOf(), plain.market().takenAt(),
                plain.market().levels(), plain.market().quotes(), plain.market().listings(), plain.market().bars(),
                plain.market().increments(), plain.market().missing(), deltas);
        MarketReport report = HedgePlanner.plan(new PlanningInput(plain.kind(), market, plain.account(),
                plain.ledger(), plain.levels(), plain.own(), plain.past(), plain.settings())).report().details()
                .market();
        assertThat(report.deltaGaps()).singleElement().satisfies(gap -> {
            assertThat(gap.key()).isEqualTo(call.text());
            assertThat(gap.broker()).isEqualTo(0.20);
            assertThat(gap.ours()).isBetween(0.30, 0.36);
        });
        assertThat(report.lines())
                .anyMatch(l -> l.startsWith("alert: VIX   260415C00022000: the broker's delta is 0.20"));
    }

    /** Boxes of the synthetic chains were made at 4.3 %; where only puts near the money are listed, none can be made. */
    @Test
    void F20_boxesStandBesideTheConfiguredRate() {
        World world = World.demo();
        world.settings = HedgeSettings.DEFAULTS;
        MarketReport market = world.levels(Level.CORE, Level.ARMED, Level.CORE).plan().report().details().market();
        assertThat(market.boxes()).isNotEmpty().allSatisfy(box -> {
            assertThat(box.configured()).isEqualTo(0.043);
            assertThat(box.implied()).isCloseTo(0.043, within(0.01));
        });
        assertThat(market.lines()).anyMatch(l -> l.contains("boxes imply a rate of 4.") && l.contains("4.30 % is"));
        assertThat(market.lines()).anyMatch(l -> l.startsWith("parity: ") && l.contains("0 rejected"));
    }

    /** With the lines alone that are asked for, the bought calls are compared with their puts, and a box can be made. */
    @Test
    void F20_theWantedLinesAreEnoughToTestWhatIsBought() {
        World world = World.demo().levels(Level.FULL, Level.FULL, Level.FULL);
        PlanningInput input = world.input();
        List<InstrumentKey> wanted = HedgePlanner.wanted(input.levels(), input.account(), input.ledger(),
                input.market(), input.settings());
        assertThat(wanted).hasSizeLessThanOrEqualTo(WantedInstruments.LIMIT);
        var quotes = new java.util.TreeMap<>(input.market().quotes());
        quotes.keySet().retainAll(new java.util.HashSet<>(wanted));
        var m = input.market();
        var market = new alvh.planner.market.MarketSnapshot(m.asOf(), m.takenAt(), m.levels(), quotes, m.listings(),
                m.bars(), m.increments(), m.missing());
        PlanOutcome outcome = HedgePlanner.plan(new PlanningInput(input.kind(), market, input.account(),
                input.ledger(), input.levels(), input.own(), input.past(), input.settings()));
        MarketReport report = outcome.report().details().market();
        assertThat(report.alternatives()).extracting(MarketReport.Alternative::other)
                .filteredOn(other -> other.endsWith("+ future")).hasSize(2);
        assertThat(report.boxes()).anySatisfy(box -> assertThat(box.implied()).isCloseTo(0.043, within(0.01)));
        Outcomes.plan(outcome).orders().stream().flatMap(order -> order.legs().stream())
                .filter(leg -> leg.key().root().equals("VIX"))
                .forEach(leg -> assertThat(quotes).containsKey(InstrumentKey.option("VIX",
                        leg.key().settlementDate(), Right.PUT, leg.key().strikeMilli())));
    }
}
