package alvh.simulator.gateway;

import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;

/** A request that is answered again and again from the market as it moves. */
abstract sealed class LiveStream permits RealtimeBars, TickByTick, DepthBook {

    final int reqId;
    final Listing listing;

    LiveStream(int reqId, Listing listing) {
        this.reqId = reqId;
        this.listing = listing;
    }

    /** @return false when the stream has ended of itself */
    abstract boolean push(Session to, Market market, Mail mail);
}
