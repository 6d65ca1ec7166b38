package alvh.planner.line;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import alvh.planner.company.ExpectedDividends;
import alvh.planner.market.ContractRules;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.PriceIncrements;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanningInput;
import alvh.planner.scenario.MarketState;
import alvh.planner.scenario.OwnFacts;
import alvh.planner.scenario.Revaluation;
import alvh.planner.scenario.Scenarios;
import alvh.planner.scenario.Shock;
import alvh.planner.scenario.ShockedMarket;

/**
 * One plan's view of the market: the snapshot, what the model reads from it, and the scenarios applied to it.
 *
 * @param markets the base scenarios A to N, in order
 * @param screen the columns of the loss table
 * @param stress SPX -2.5 % and -3.5 % with no time passed: the ends of the stress delta (methodology 4.6)
 */
public record Picture(MarketSnapshot market, HedgeSettings settings, boolean delayedAllowed, TradingCalendar calendar,
        LocalDate today, MarketState state, Revaluation revaluation, List<ShockedMarket> markets,
        List<ShockedMarket> screen, List<ShockedMarket> stress) {
    public static final Duration OLDEST_QUOTE = Duration.ofSeconds(120);
    private static final Duration OLDEST_LEVEL = Duration.ofSeconds(60);
    /** VIX answers by the table of methodology 4.3: +3.0 at -2.5 %, +4.5 at -4 %, linear between. */
    private static final List<Shock> STRESS = List.of(Shock.market("-2.5 %", -0.025, 3.0, 0, 0, "stress delta"),
            Shock.market("-3.5 %", -0.035, 4.0, 0, 0, "stress delta"));

    public static Picture of(PlanningInput input, TradingCalendar calendar) {
        boolean delayed = input.delayedAllowed();
        MarketState state = MarketState.from(input.market(), calendar, input.settings().ratePerYear(),
                new MarketState.QuotePolicy(OLDEST_QUOTE, OLDEST_LEVEL, delayed),
                facts(input));
        return of(input, calendar, state, delayed);
    }

    private static OwnFacts facts(PlanningInput input) {
        var borrowFees = new TreeMap<String, Double>();
        input.own().companies().bySymbol().forEach((symbol, company) -> borrowFees.put(symbol, company.borrowFee()));
        return new OwnFacts(ExpectedDividends.of(input.own().companies(), input.market().asOf()), borrowFees);
    }

    private static Picture of(PlanningInput input, TradingCalendar calendar, MarketState state, boolean delayed) {
        LocalDate today = input.market().asOf().atZone(TradingCalendar.NEW_YORK).toLocalDate();
        return new Picture(input.market(), input.settings(), delayed, calendar, today, state, new Revaluation(state),
                shocked(state, Scenarios.base()), shocked(state, Scenarios.screen()), shocked(state, STRESS));
    }

    /** The same picture with the betas that the signals found. */
    public Picture withState(MarketState changed) {
        return new Picture(market, settings, delayedAllowed, calendar, today, changed, new Revaluation(changed),
                shocked(changed, Scenarios.base()), shocked(changed, Scenarios.screen()), shocked(changed, STRESS));
    }

    /** The same market under other shocks, to be shown and not to be sized by; the loss table's columns are left out. */
    public Picture withMarkets(List<Shock> shocks) {
        return new Picture(market, settings, delayedAllowed, calendar, today, state, revaluation,
                shocked(state, shocks), List.of(), stress);
    }

    private static List<ShockedMarket> shocked(MarketState state, List<Shock> shocks) {
        return shocks.stream().map(shock -> ShockedMarket.of(state, shock)).toList();
    }

    /** The grid of single orders: the broker's market rule, else the exchange's. */
    PriceIncrements increments(String tradingClass) {
        PriceIncrements broker = market.increments().get(tradingClass);
        return broker != null ? broker : ContractRules.fallbackIncrements(tradingClass);
    }

    /** The grid of an order with these many legs. */
    public PriceIncrements increments(String tradingClass, int legs) {
        return legs == 1 ? increments(tradingClass) : ContractRules.comboIncrements(tradingClass);
    }

    /** Whether the model knows enough to value a VIX option. */
    public boolean vixKnown() {
        return state.vix() > 0 && state.vvix() > 0 && state.vixCurve() != null;
    }
}
