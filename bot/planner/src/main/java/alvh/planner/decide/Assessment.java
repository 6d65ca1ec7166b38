package alvh.planner.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.budget.Budget;
import alvh.planner.budget.BudgetState;
import alvh.planner.company.ExpectedDividends;
import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.Level;
import alvh.planner.layer.LevelFold;
import alvh.planner.ledger.HedgeCharges;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.ledger.Owner;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanningInput;
import alvh.planner.portfolio.BookExposure;
import alvh.planner.portfolio.BookRules;
import alvh.planner.portfolio.DividendBook;
import alvh.planner.portfolio.Premium;
import alvh.planner.portfolio.Recogniser;
import alvh.planner.portfolio.Structure;
import alvh.planner.signal.SignalBoard;
import alvh.planner.signal.Signals;

/**
 * What the account is short, what that pays for, and what the signals say: everything before a layer decides.
 *
 * @param stored the levels of the last close, caught up over closes that were missed, or folded afresh at a first start
 * @param levels the levels of this plan: steps up count at once
 * @param levelsNow the fold with today's live values, to be stored at the close
 * @param restSince trade date of the rung sale that still rests buys, or null
 */
public record Assessment(List<Structure> structures, Premium premium, BookExposure exposure, HedgeCharges charges,
        BudgetState budget,
        Signals signals, LayerLevels stored, SortedMap<LayerId, Level> levels, LayerLevels levelsNow,
        LocalDate restSince, boolean backfilled) {

    public static Assessment of(PlanningInput input, TradingCalendar calendar, LocalDate today) {
        HedgeSettings settings = input.settings();
        Usd cash = input.account().cash() == null ? Usd.ZERO : input.account().cash();
        var recogniser = new Recogniser(new BookRules(settings.indexStructures(), cash, input.own().tags()),
                calendar);
        List<Structure> structures = recogniser.recognise(input.ledger().openBookLots(), today);
        Premium kept = Premium.of(input.ledger(), structures, recogniser, today, calendar, settings.netLosses());
        Premium premium = settings.dripFundsBudget()
                ? kept.withDividends(
                        new DividendBook(input.ledger(), input.own().companies(), calendar).received(today))
                : kept;
        HedgeCharges charges = HedgeCharges.of(input.ledger(), today, calendar);
        BudgetState budget = Budget.of(settings.shareOfPremium(), settings.maxUsd(), premium.open(),
                premium.realised(), charges);
        BookExposure exposure = BookExposure.of(structures, input.market(), calendar, settings.ratePerYear(),
                ExpectedDividends.of(input.own().companies(), input.market().asOf()), input.own().companies());
        // A delayed level neither votes nor moves a layer where the model would refuse it.
        MarketSnapshot market = input.delayedAllowed() ? input.market() : input.market().withoutDelayedLevels();
        SignalBoard board = SignalBoard.of(market, exposure.names(), input.own().events(),
                input.own().companies(), settings.ratePerYear(), calendar, settings.edrVote());
        Signals signals = board.now();
        boolean eligible = premium.open().isPositive();
        LocalDate sold = lastRungSale(input.ledger());
        LayerLevels stored = caughtUp(input.levels(), board, eligible, today, sold, calendar);
        boolean folded = stored.asOf() != null && !stored.asOf().isBefore(today);
        LayerLevels now = folded ? stored : LevelFold.atClose(stored, signals, eligible, sold, calendar);
        return new Assessment(structures, premium, exposure, charges, budget, signals, stored,
                Presets.levels(settings.preset(), LevelFold.live(stored, signals, eligible)), now, rest(stored, sold),
                input.levels().asOf() == null);
    }

    /** Closes that passed while nobody folded them. */
    private static LayerLevels caughtUp(LayerLevels stored, SignalBoard board, boolean eligible, LocalDate today,
            LocalDate sold, TradingCalendar calendar) {
        if (stored.asOf() == null) {
            return LevelFold.backfill(board, eligible, calendar);
        }
        LayerLevels levels = stored;
        for (LocalDate close : board.closes(LevelFold.BACKFILL_CLOSES)) {
            if (close.isAfter(stored.asOf()) && close.isBefore(today)) {
                LocalDate soldByThen = sold != null && sold.isAfter(close) ? null : sold;
                levels = LevelFold.atClose(levels, board.atClose(close), eligible, soldByThen, calendar);
            }
        }
        return levels;
    }

    /** The last day on which a lot with a sold rung was closed in part or whole. */
    private static LocalDate lastRungSale(Ledger ledger) {
        LocalDate last = null;
        for (Ledger.Closing closing : ledger.memory().closings()) {
            Lot lot = ledger.lots().get(closing.lotId());
            if (lot != null && lot.owner() == Owner.HEDGE && lot.rungs() > 0) {
                LocalDate day = closing.at().atZone(TradingCalendar.NEW_YORK).toLocalDate();
                last = last == null || day.isAfter(last) ? day : last;
            }
        }
        return last;
    }

    /** A sale since the last stored close counts at once; an older one only while the fold remembers it. */
    private static LocalDate rest(LayerLevels stored, LocalDate sold) {
        boolean fresh = sold != null && (stored.asOf() == null || sold.isAfter(stored.asOf()));
        return fresh ? sold : stored.memory().lastRungSale();
    }

    /** The same assessment with another budget. */
    Assessment with(BudgetState other) {
        return new Assessment(structures, premium, exposure, charges, other, signals, stored, levels, levelsNow,
                restSince, backfilled);
    }

    public boolean budgetBroken() {
        return flowExcess() > 0 || stockExcess() > 0;
    }

    /** Dollars by which the flow test fails, 0 when it passes. */
    double flowExcess() {
        return budget.cumHedge().minus(budget.flowCap()).max(Usd.ZERO).toDouble();
    }

    double stockExcess() {
        return budget.unrecovered().minus(budget.stockCap()).max(Usd.ZERO).toDouble();
    }

    /** Slow betas by name, for the scenarios. */
    public Map<String, Double> betas() {
        SortedMap<String, Double> betas = new TreeMap<>();
        exposure.betas().forEach((name, beta) -> betas.put(name, beta.slow()));
        return betas;
    }
}
