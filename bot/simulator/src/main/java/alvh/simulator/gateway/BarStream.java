package alvh.simulator.gateway;

import alvh.simulator.market.Listing;

/** A daily-bar request that stays up to date: the running bar is sent again when its close has moved. */
final class BarStream {

    final Listing listing;
    private String seen = "";

    BarStream(Listing listing) {
        this.listing = listing;
    }

    boolean changed(String bar) {
        boolean moved = !bar.equals(seen);
        seen = bar;
        return moved;
    }
}
