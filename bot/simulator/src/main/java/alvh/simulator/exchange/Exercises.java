package alvh.simulator.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;

/** Early exercise of long American options: told as an order that fills at 0, shares come or go at the strike. */
final class Exercises {

    private final Market market;
    private final Account account;
    private final Consumer<ExchangeOutput> emit;

    Exercises(Market market, Account account, Consumer<ExchangeOutput> emit) {
        this.market = market;
        this.account = account;
        this.emit = emit;
    }

    void ask(ExchangeInput.Exercise ask) {
        Optional<Listing> listing = market.catalogue().byConId(ask.conId());
        Optional<String> refused = refusal(ask, listing);
        if (account.order(ask.clientId(), ask.orderId()).isPresent()) {
            notice(ask, 103, "Duplicate order id");
        } else if (listing.isEmpty()) {
            notice(ask, 200, "No security definition has been found for the request");
        } else if (refused.isPresent()) {
            notice(ask, 201, "Order rejected - reason:" + refused.get());
        } else {
            exercise(ask, listing.get());
        }
    }

    private Optional<String> refusal(ExchangeInput.Exercise ask, Optional<Listing> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Listing listing = found.get();
        if (!listing.isOption() || !listing.underSecType().equals("STK")) {
            return Optional.of("only American options on shares can be exercised before they expire.");
        }
        if (ask.lapse()) {
            return Optional.of("an option can be told to lapse only on its last day.");
        }
        int held = account.books().of(listing.key(), listing.conId()).quantity();
        if (ask.quantity() < 1 || held < ask.quantity()) {
            return Optional.of("the account holds " + held + " of it, asked for " + ask.quantity() + ".");
        }
        boolean worthless = Margin.payoff(listing.key(),
                market.modelPrice(InstrumentKey.of(listing.underSymbol()))) <= 0;
        return worthless && !ask.override()
                ? Optional.of("the option is out of the money; set override to exercise it all the same.")
                : Optional.empty();
    }

    private void exercise(ExchangeInput.Exercise ask, Listing option) {
        Instant now = market.now();
        Price zero = new Price(0);
        Ticket ticket = new Ticket("", "", Side.SELL, ask.quantity(), null, Ticket.Tif.DAY,
                List.of(new Ticket.Leg(option.conId(), 1, Side.BUY)), false, false);
        BookedOrder order = BookedOrder.accepted(account.nextPermId(), ask.clientId(), ask.orderId(), ticket, now,
                market.sessionEnd(option.key()));
        emit.accept(new ExchangeOutput.OrderChanged(now, order));
        Execution execution = new Execution(ExecIds.first(order.permId(), account.nextFill(), 1), order.permId(),
                order.clientId(), order.orderId(), option.conId(), option.key(), option.symbol(), Side.SELL,
                ask.quantity(), zero, ask.quantity(), 0, "", "CBOE", now);
        emit.accept(new ExchangeOutput.Executed(now, execution));
        emit.accept(new ExchangeOutput.OrderChanged(now, order.with(ask.quantity(), 0, zero)
                .with(OrderStatus.FILLED, now, "Filled Size: " + ask.quantity())));
        Usd profit = account.books().trade(option.key(), option.conId(), -ask.quantity(), Usd.ZERO, Usd.ZERO);
        emit.accept(changed(option.key(), option.conId()));
        Usd shares = deliver(option, ask.quantity());
        emit.accept(new ExchangeOutput.CommissionReported(now, execution.execId(), ask.clientId(), Usd.ZERO,
                profit.plus(shares)));
        emit.accept(new ExchangeOutput.CashChanged(now, account.books().cash(), "exercise of " + option.key()));
    }

    /** @return what the shares realised: they may close a position */
    private Usd deliver(Listing option, int quantity) {
        int shares = (option.key().right() == Right.CALL ? 1 : -1) * quantity * option.multiplier();
        InstrumentKey stock = InstrumentKey.of(option.underSymbol());
        Usd value = Price.of(option.strike()).cost(1, shares);
        Usd profit = account.books().trade(stock, option.underConId(), shares, value, Usd.ZERO);
        emit.accept(changed(stock, option.underConId()));
        return profit == null ? Usd.ZERO : profit;
    }

    private ExchangeOutput changed(InstrumentKey key, int conId) {
        return new ExchangeOutput.PositionChanged(market.now(), account.books().of(key, conId));
    }

    private void notice(ExchangeInput.Exercise ask, int code, String text) {
        emit.accept(new ExchangeOutput.Notice(market.now(), ask.clientId(), ask.orderId(), code, text));
    }
}
