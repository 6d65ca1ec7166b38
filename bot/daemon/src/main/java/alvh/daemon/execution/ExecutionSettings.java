package alvh.daemon.execution;

import java.math.BigDecimal;

import alvh.planner.market.AccountKind;
import alvh.planner.money.Price;

/**
 * What the order truth needs to know of the settings; every limit with its control of reliability 3.
 *
 * @param clientId our fixed API client id
 * @param delayedAllowed delayed quotes may trade (paper only)
 */
public record ExecutionSettings(AccountKind kind, String account, int clientId, boolean delayedAllowed,
        Limits limits) {

    /**
     * @param dailyShare C2: share of the period budget that one trade date may spend
     * @param orderShare C3: share of the period budget that one order may cost
     * @param buyContracts C4: contracts per buy; {@code saleContracts} per sale
     * @param position C5: contracts held and working, per expiry and in total
     * @param vixCeiling C6: highest price of a VIX call
     * @param spreadCeilingShare C6: highest price of a put spread as a share of its index level
     * @param intentsPerDay C9: orders a day; {@code attemptsPerIntent}, {@code cancelsPerDay}, {@code workingPerSide} too
     * @param stepRepeats C10: automatic executions of one plan step a day
     * @param rejectsInRow C25: broker rejects in a row; {@code rejectsPerDay} in a day
     * @param minDaysToLastTrade C17: for buys
     */
    public record Limits(BigDecimal dailyShare, BigDecimal orderShare, int buyContracts, int saleContracts,
            int position, Price vixCeiling, BigDecimal spreadCeilingShare, int intentsPerDay, int attemptsPerIntent,
            int cancelsPerDay, int workingPerSide, int stepRepeats, int rejectsInRow, int rejectsPerDay,
            int minDaysToLastTrade) {

        public static final Limits DEFAULTS = new Limits(new BigDecimal("0.50"), new BigDecimal("0.45"), 10, 50, 200,
                Price.of("5.00"), new BigDecimal("0.02"), 10, 6, 60, 4, 3, 3, 5, 5);
    }

    /** Defaults for an account; its kind is told from its id. */
    public static ExecutionSettings of(String account, int clientId) {
        return new ExecutionSettings(AccountKind.ofAccount(account), account, clientId, false, Limits.DEFAULTS);
    }
}
