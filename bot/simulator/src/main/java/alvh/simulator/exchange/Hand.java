package alvh.simulator.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;

/** What happens to the account from outside its clients: hand trades, forced fills, corrections, settlement by hand. */
final class Hand {

    private final Market market;
    private final Account account;
    private final Filler filler;
    private final Settler settler;
    private final Consumer<ExchangeOutput> emit;

    Hand(Market market, Account account, Filler filler, Settler settler, Consumer<ExchangeOutput> emit) {
        this.market = market;
        this.account = account;
        this.filler = filler;
        this.settler = settler;
        this.emit = emit;
    }

    void fill(long permId, int units) {
        account.order(permId).filter(order -> order.remaining() > 0).ifPresent(order -> {
            Touch touch = Touch.of(market, order.ticket());
            Price price = order.ticket().isMarket() ? touch.middle() : order.ticket().limit();
            int n = Math.max(1, Math.min(units, order.remaining()));
            filler.fill(order, touch, new Matcher.Fill(n, price), market.now());
        });
    }

    void trade(ExchangeInput.HumanTrade trade) {
        Optional<Listing> listing = market.catalogue().byKey(trade.key()).filter(l -> l.isTradable());
        if (listing.isEmpty() || listing.get().secType().equals("FUT")) {
            emit.accept(new ExchangeOutput.Notice(market.now(), 0, 0, 200,
                    "nobody can trade " + trade.key() + " on this exchange"));
            return;
        }
        Ticket ticket = new Ticket("", "", trade.side(), trade.quantity(), trade.price(), Ticket.Tif.DAY,
                List.of(new Ticket.Leg(listing.get().conId(), 1, Side.BUY)), false, false);
        BookedOrder order = new BookedOrder(account.nextPermId(), 0, 0, ticket, OrderStatus.SUBMITTED, 0, 0,
                new Price(0), market.now(), market.sessionEnd(trade.key()), null, "");
        filler.fill(order, Touch.of(market, ticket), new Matcher.Fill(trade.quantity(), trade.price()),
                market.now());
    }

    void correct(ExchangeInput.Correct correction) {
        account.execution(correction.execId()).ifPresent(old -> {
            Execution fresh = new Execution(ExecIds.corrected(old.execId()), old.permId(), old.clientId(),
                    old.orderId(), old.conId(), old.key(), old.symbol(), old.side(), correction.quantity(),
                    correction.price(), old.cumulative() - old.quantity() + correction.quantity(),
                    correction.price().toDouble(), old.orderRef(), old.exchange(), old.at());
            emit.accept(new ExchangeOutput.Corrected(market.now(), fresh));
            if (!old.isCombo()) {
                rebook(old, fresh);
            }
        });
    }

    private void rebook(Execution old, Execution fresh) {
        int multiplier = Math.max(1, market.catalogue().byConId(old.conId()).orElseThrow().multiplier());
        int sign = old.side().sign();
        Usd change = fresh.price().cost(multiplier, (long) sign * fresh.quantity())
                .minus(old.price().cost(multiplier, (long) sign * old.quantity()));
        account.books().adjust(old.key(), old.conId(), sign, sign * (fresh.quantity() - old.quantity()), change);
        account.order(old.permId()).filter(order -> !order.ticket().isCombo()).ifPresent(order -> emit.accept(
                new ExchangeOutput.OrderChanged(market.now(), corrected(order))));
        emit.accept(new ExchangeOutput.PositionChanged(market.now(), account.books().of(old.key(), old.conId())));
        emit.accept(
                new ExchangeOutput.CashChanged(market.now(), account.books().cash(), "correction " + fresh.execId()));
    }

    private BookedOrder corrected(BookedOrder order) {
        int filled = 0;
        double paid = 0;
        for (Execution e : account.executionsOf(order.permId())) {
            filled += e.quantity();
            paid += e.quantity() * e.price().toDouble();
        }
        return new BookedOrder(order.permId(), order.clientId(), order.orderId(), order.ticket(), order.status(),
                filled, filled == 0 ? 0 : paid / filled, order.lastPrice(), order.accepted(), order.expires(),
                order.completed(), order.completedText());
    }

    void settle(String tradingClass, LocalDate date, double value) {
        for (Position position : account.books().open()) {
            InstrumentKey key = position.key();
            if (key.isOption() && key.root().equals(tradingClass) && key.settlementDate().equals(date)) {
                settler.settle(position, value, market.now());
            }
        }
    }

    void assign(InstrumentKey key) {
        if (!market.catalogue().byKey(key).map(l -> l.underSecType().equals("STK")).orElse(false)) {
            emit.accept(new ExchangeOutput.Notice(market.now(), 0, 0, 201,
                    key + " cannot be assigned early: only American options on shares can"));
            return;
        }
        for (Position position : account.books().open()) {
            if (position.key().equals(key) && position.quantity() < 0) {
                settler.settle(position, market.modelPrice(InstrumentKey.of(key.underlying())), market.now());
            }
        }
    }
}
