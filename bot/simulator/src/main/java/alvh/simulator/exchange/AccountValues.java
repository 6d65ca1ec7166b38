package alvh.simulator.exchange;

import alvh.planner.money.Usd;

/** The account's figures at one moment; marks are model mids. */
public record AccountValues(String account, Usd netLiquidation, Usd cash, Usd grossPositionValue, Usd optionValue,
        Usd stockValue, Usd initialMargin, Usd maintenanceMargin, Usd availableFunds, Usd excessLiquidity,
        Usd buyingPower, Usd realisedPnl, Usd unrealisedPnl) {

    /** What margin is measured against: options do not count, so available funds are this less the initial margin. */
    public Usd equityWithLoan() {
        return cash.plus(stockValue);
    }
}
