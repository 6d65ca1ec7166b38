package alvh.simulator.exchange;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;

/** Ends options: index options by cash, options on names by shares at the strike when they are in the money. */
final class Settler {

    private final Market market;
    private final Account account;
    private final Consumer<ExchangeOutput> emit;

    Settler(Market market, Account account, Consumer<ExchangeOutput> emit) {
        this.market = market;
        this.account = account;
        this.emit = emit;
    }

    /** Settles everything whose instant has passed. */
    void due(Instant now) {
        for (Position position : account.books().open()) {
            if (position.key().isOption()) {
                OptionalDouble value = market.settlementValue(position.key());
                value.ifPresent(v -> settle(position, v, now));
            }
        }
    }

    void settle(Position position, double value, Instant at) {
        InstrumentKey key = position.key();
        Listing listing = market.catalogue().byKey(key).orElseThrow();
        double inside = Margin.payoff(key, value);
        boolean delivers = listing.underSecType().equals("STK") && inside >= 0.01;
        Usd cash = delivers ? Usd.ZERO : Price.of(inside).cost(listing.multiplier(), position.quantity());
        emit.accept(new ExchangeOutput.Settled(at, key, position.quantity(), value, cash));
        account.books().settle(position, cash);
        emit.accept(new ExchangeOutput.PositionChanged(at, account.books().of(key, position.conId())));
        if (delivers) {
            deliver(position, listing);
            InstrumentKey stock = InstrumentKey.of(key.underlying());
            emit.accept(new ExchangeOutput.PositionChanged(at, account.books().of(stock, listing.underConId())));
        }
        emit.accept(new ExchangeOutput.CashChanged(at, account.books().cash(), "settlement of " + key));
    }

    /** Calls bring shares to the long, puts take them; at the strike, no commission. */
    private void deliver(Position position, Listing listing) {
        int direction = position.key().right() == Right.CALL ? 1 : -1;
        int shares = direction * position.quantity() * listing.multiplier();
        Usd value = Price.of(listing.strike()).cost(1, shares);
        account.books().trade(InstrumentKey.of(listing.underSymbol()), listing.underConId(), shares, value, Usd.ZERO);
    }
}
