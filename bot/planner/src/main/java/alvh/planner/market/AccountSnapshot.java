package alvh.planner.market;

import java.time.Instant;
import java.util.List;

import alvh.planner.money.Usd;

/**
 * The account as the broker reports it, amounts in US dollars (converted by the account's own exchange rate where its
 * base currency is another; without a rate the amounts are null and nothing is bought).
 *
 * @param cash US dollar cash
 */
public record AccountSnapshot(String account, AccountKind kind, Instant at, Usd netLiquidation, Usd cash,
        Usd excessLiquidity, boolean cashAccount, List<Position> positions) {

    /**
     * One net position.
     *
     * @param quantity contracts or shares, negative when short
     * @param averageCost dollars per contract or share, multiplier and commission inside, always positive
     */
    public record Position(InstrumentKey key, long quantity, Usd averageCost) {}
}
