package alvh.simulator.gateway;

import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;

/** A request that is answered again and again from the market as it moves. */
sealed interface LiveStream permits RealtimeBars, TickByTick, DepthBook {

    Listing listing();

    /** @return false when the stream has ended of itself */
    boolean push(Session to, Market market, Mail mail);
}
