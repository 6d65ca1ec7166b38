package alvh.simulator.market;

import java.util.List;
import java.util.Optional;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.PriceIncrements;

/** All instruments listed on one date, in key order within their class. */
public final class Catalogue {

    Catalogue() {}

    /** Everything listed today. */
    public List<Listing> all() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Also answers for contracts that have left the list (expired): their facts never change. */
    public Optional<Listing> byConId(int conId) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Also answers for contracts that have left the list (expired): their facts never change. */
    public Optional<Listing> byKey(InstrumentKey key) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** True when it may be traded and quoted today. */
    public boolean isListed(Listing listing) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Everything listed with this symbol and security type (OPT of SPX holds both SPX and SPXW). */
    public List<Listing> find(String symbol, String secType) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Option parameters by the underlying's conId; empty when it has no options. */
    public List<OptionClass> optionClasses(int underConId) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The price grid behind a market rule id. */
    public Optional<PriceIncrements> marketRule(int id) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** {@code 20260310:0930-20260310:1615;...} for today and the next five days, in the listing's zone. */
    public String liquidHours(Listing listing) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** As {@link #liquidHours}, with the global and curb sessions. */
    public String tradingHours(Listing listing) {
        throw new UnsupportedOperationException("not filled yet");
    }
}
