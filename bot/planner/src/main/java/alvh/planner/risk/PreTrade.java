package alvh.planner.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.market.AccountSnapshot;
import alvh.planner.money.Usd;

/**
 * Limits on the money of an order and of a plan (controls C1 to C3, C17; methodology 4.6 G4, G5, G7, G8). Pure.
 */
public final class PreTrade {
    private static final BigDecimal ORDER_SHARE = new BigDecimal("0.45");
    private static final BigDecimal DAY_SHARE = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.10");
    private static final double NAME_SHARE = 0.05;
    private static final int LEAST_DAYS = 5;

    private PreTrade() {}

    /**
     * One buy: C3 and C17.
     *
     * @param oneUnit worst case of a single package
     * @param daysToLastTrade calendar days
     */
    public static List<Breach> order(Usd worstCase, Usd oneUnit, Usd capTotal, int daysToLastTrade) {
        var breaches = new ArrayList<Breach>();
        Usd most = capTotal.share(ORDER_SHARE).max(oneUnit);
        if (worstCase.compareTo(most) > 0) {
            breaches.add(new Breach(Breach.Limit.ORDER_DEBIT, worstCase.text() + " in one order, at most "
                    + most.text() + ": 45 % of the budget or one unit"));
        }
        if (daysToLastTrade < LEAST_DAYS) {
            breaches.add(
                    new Breach(Breach.Limit.EXPIRY, daysToLastTrade + " days to its last trading day, at least 5"));
        }
        return breaches;
    }

    /**
     * All buys together: C1, C2 and G8's cash and margin.
     *
     * @param debit worst case of all buys
     * @param available B_avail
     * @param oneUnitEach worst case of one unit of each layer that is bought
     * @param today debit of the trade date so far
     */
    public static List<Breach> plan(Usd debit, Usd available, Usd capTotal, Usd oneUnitEach, Usd today,
            AccountSnapshot account) {
        var breaches = new ArrayList<Breach>();
        if (debit.compareTo(available) > 0) {
            breaches.add(new Breach(Breach.Limit.PERIOD_BUDGET, debit.text() + " with " + available.text() + " left"));
        }
        Usd dayCap = capTotal.share(DAY_SHARE).max(oneUnitEach);
        if (debit.plus(today).compareTo(dayCap) > 0) {
            breaches.add(new Breach(Breach.Limit.DAILY_CAP, debit.plus(today).text() + " on one day, at most "
                    + dayCap.text()));
        }
        breaches.addAll(account(debit, account));
        return breaches;
    }

    /** G8: a known net liquidation, cash for it in a cash account, and a tenth of it left as excess liquidity. */
    public static List<Breach> account(Usd debit, AccountSnapshot account) {
        if (account.netLiquidation() == null || account.cash() == null || account.excessLiquidity() == null) {
            return List.of(new Breach(Breach.Limit.NO_EXCHANGE_RATE,
                    "the account's amounts are not known in US dollars: no exchange rate, no buys"));
        }
        var breaches = new ArrayList<Breach>();
        if (account.cashAccount() && account.cash().compareTo(debit) < 0) {
            breaches.add(new Breach(Breach.Limit.CASH, "a cash account with " + account.cash().text()
                    + " cannot pay " + debit.text()));
        }
        Usd least = account.netLiquidation().share(TENTH);
        Usd after = account.excessLiquidity().minus(debit);
        if (after.compareTo(least) < 0) {
            breaches.add(new Breach(Breach.Limit.MARGIN_LOW, "excess liquidity would be " + after.text()
                    + ", it must stay at a tenth of net liquidation: " + least.text()));
        }
        if (debit.compareTo(least) > 0) {
            breaches.add(new Breach(Breach.Limit.BUYING_POWER, debit.text()
                    + " is more than a tenth of net liquidation"));
        }
        return breaches;
    }

    /** What the account alone lets a plan spend: cash in a cash account, and never below a tenth of excess. */
    public static Usd spendable(AccountSnapshot account) {
        if (!account(Usd.ZERO, account).isEmpty()) {
            return Usd.ZERO;
        }
        Usd least = account.netLiquidation().share(TENTH);
        Usd room = account.excessLiquidity().minus(least).min(least);
        return (account.cashAccount() ? room.min(account.cash()) : room).max(Usd.ZERO);
    }

    /** G7, a banner and no refusal: a single name's own fall is beyond any index hedge. */
    public static List<Breach> names(String worstName, double ownLoss, double fragility, AccountSnapshot account) {
        double loss = fragility * ownLoss;
        if (account.netLiquidation() == null || loss <= NAME_SHARE * account.netLiquidation().toDouble()) {
            return List.of();
        }
        return List.of(new Breach(Breach.Limit.NAME_STRESS, String.format(java.util.Locale.ROOT,
                "%s alone would lose $%,.0f if it fell 20 %%%s, more than 5 %% of net liquidation: not hedgeable with VIX",
                worstName, ownLoss, fragility > 1
                        ? String.format(java.util.Locale.ROOT, ", counted x %.2f = $%,.0f for its fragility", fragility,
                                loss)
                        : "")));
    }
}
