package alvh.daemon.broker;

import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.MarketSnapshot;

/** Levels, book, listings and bars, before the option quotes: what the planner needs to name the wanted ones. */
public record Partial(MarketSnapshot market, AccountSnapshot account) {}
