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
    private final Floor floor;
    private final Settler settler;
    private final Consumer<ExchangeOutput> emit;

    Hand(Market market, Account account, Filler filler, Floor floor, Settler settler, Consumer<ExchangeOutput> emit) {
        this.market = market;
        this.account = account;
        this.filler = filler;
        this.floor = floor;
        this.settler = settler;
        this.emit = emit;
    }

    void fill(long permId, int units) {
        account.order(permId).filter(order -> order.remaining() > 0).ifPresent(order -> {
            if (!filler.isEven(order)) {
                finishLegs(order);
                return;
            }
            Touch touch = Touch.of(market, order.ticket());
            Price price = order.ticket().isMarket() ? touch.middle() : order.ticket().limit();
            floor.fill(order, touch, Math.max(1, Math.min(units, order.remaining())), price);
        });
    }

    /** @param leg from 1 */
    void fillLeg(long permId, int leg, int units) {
        account.order(permId).filter(o -> o.ticket().isCombo() && leg >= 1 && leg <= o.ticket().legs().size())
                .ifPresent(order -> {
                    Touch touch = Touch.of(market, order.ticket());
                    int before = order.filled();
                    BookedOrder now = filler.fillLeg(order, touch, leg - 1, units, market.now());
                    if (now.filled() > before) {
                        floor.family().filled(now, now.filled() - before);
                    }
                });
    }

    /** Brings every leg to where the foremost is. */
    private void finishLegs(BookedOrder order) {
        int most = filler.legUnits(order).stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (int leg = 0; leg < order.ticket().legs().size(); leg++) {
            BookedOrder now = account.order(order.permId()).orElseThrow();
            int missing = most - filler.legUnits(now).get(leg);
            if (missing > 0) {
                fillLeg(order.permId(), leg + 1, missing);
            }
        }
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
        BookedOrder order = BookedOrder.accepted(account.nextPermId(), 0, 0, ticket, market.now(),
                market.sessionEnd(trade.key())).with(OrderStatus.SUBMITTED, null, "");
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
        return order.with(filled, filled == 0 ? 0 : paid / filled, order.lastPrice());
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
