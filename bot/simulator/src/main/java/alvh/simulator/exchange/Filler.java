package alvh.simulator.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.Listing;

/** Turns a fill into facts: executions (the combo's and its legs'), the order, positions, cash, commissions. */
final class Filler {

    private final Account account;
    private final Consumer<ExchangeOutput> emit;

    Filler(Account account, Consumer<ExchangeOutput> emit) {
        this.account = account;
        this.emit = emit;
    }

    /** One leg's part of a fill. */
    private record Part(Listing listing, Side side, int quantity, Price price) {

        Usd value() {
            return price.cost(Math.max(1, listing.multiplier()), (long) side.sign() * quantity);
        }
    }

    /** @param touch knows the legs and their middles, by which a combo's net price is split */
    BookedOrder fill(BookedOrder order, Touch touch, Matcher.Fill fill, Instant at) {
        List<Part> parts = parts(order.ticket(), touch, fill);
        int filled = order.filled() + fill.units();
        double average = (order.averagePrice() * order.filled() + fill.price().toDouble() * fill.units()) / filled;
        int number = account.nextFill();
        List<Execution> executions = executions(order, parts, fill, number, filled, average, at);
        executions.forEach(e -> emit.accept(new ExchangeOutput.Executed(at, e)));
        boolean done = filled == order.ticket().quantity();
        boolean late = order.status().isTerminal();
        OrderStatus status = done ? OrderStatus.FILLED : late ? order.status() : OrderStatus.SUBMITTED;
        BookedOrder now = new BookedOrder(order.permId(), order.clientId(), order.orderId(), order.ticket(), status,
                filled, average, fill.price(), order.accepted(), order.expires(),
                done ? at : order.completed(), done ? "Filled Size: " + filled : order.completedText());
        emit.accept(new ExchangeOutput.OrderChanged(at, now));
        book(order, parts, executions, at);
        return now;
    }

    private List<Execution> executions(BookedOrder order, List<Part> parts, Matcher.Fill fill, int number, int filled,
            double average, Instant at) {
        List<Execution> executions = new ArrayList<>();
        Ticket ticket = order.ticket();
        boolean combo = ticket.isCombo();
        if (combo) {
            executions.add(new Execution(ExecIds.first(order.permId(), number, 1), order.permId(), order.clientId(),
                    order.orderId(), Execution.COMBO, null, parts.get(0).listing().symbol(), ticket.side(),
                    fill.units(), fill.price(), filled, average, ticket.orderRef(), "SMART", at));
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int ratio = ticket.legs().get(i).ratio();
            executions.add(new Execution(ExecIds.first(order.permId(), number, combo ? i + 2 : 1), order.permId(),
                    order.clientId(), order.orderId(), part.listing().conId(), part.listing().key(),
                    part.listing().symbol(), part.side(), part.quantity(), part.price(), filled * ratio,
                    combo ? part.price().toDouble() : average, ticket.orderRef(), "CBOE", at));
        }
        return executions;
    }

    private void book(BookedOrder order, List<Part> parts, List<Execution> executions, Instant at) {
        boolean combo = order.ticket().isCombo();
        int perUnit = order.ticket().legs().stream().mapToInt(Ticket.Leg::ratio).sum();
        List<ExchangeOutput> reports = new ArrayList<>();
        Usd brokerage = brokerage(order, parts, perUnit);
        int left = parts.stream().mapToInt(Part::quantity).sum();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Usd share = brokerage.part(part.quantity(), left);
            brokerage = brokerage.minus(share);
            left -= part.quantity();
            Usd fee = share.plus(Fees.exchangeFee(part.listing(), part.price()).times(part.quantity()));
            Usd profit = account.books().trade(part.listing().key(), part.listing().conId(),
                    part.side().sign() * part.quantity(), part.value(), fee);
            emit.accept(new ExchangeOutput.PositionChanged(at,
                    account.books().of(part.listing().key(), part.listing().conId())));
            String execId = executions.get(combo ? i + 1 : i).execId();
            reports.add(new ExchangeOutput.CommissionReported(at, execId, order.clientId(), fee, profit));
        }
        emit.accept(new ExchangeOutput.CashChanged(at, account.books().cash(), "fill of order " + order.permId()));
        reports.forEach(emit);
    }

    /** What the broker's part grew by: the minimum is an order's, not a fill's. */
    private static Usd brokerage(BookedOrder before, List<Part> parts, int perUnit) {
        boolean shares = !parts.get(0).listing().isOption();
        int was = before.filled() * perUnit;
        int now = was + parts.stream().mapToInt(Part::quantity).sum();
        return Fees.brokerage(shares, now).minus(Fees.brokerage(shares, was));
    }

    private static List<Part> parts(Ticket ticket, Touch touch, Matcher.Fill fill) {
        List<Listing> listings = touch.listings();
        List<Price> prices = ticket.isCombo()
                ? split(ticket, touch.mids(), fill.price())
                : List.of(fill.price());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < listings.size(); i++) {
            Ticket.Leg leg = ticket.legs().get(i);
            Side side = ticket.side() == Side.BUY ? leg.side() : leg.side().opposite();
            parts.add(new Part(listings.get(i), side, leg.ratio() * fill.units(), prices.get(i)));
        }
        return parts;
    }

    /** Leg prices near their middles whose net is the combo's price: the dearest leg with ratio 1 takes the rest. */
    private static List<Price> split(Ticket ticket, List<Double> mids, Price net) {
        int absorber = 0;
        for (int i = 1; i < mids.size(); i++) {
            boolean single = ticket.legs().get(i).ratio() == 1;
            boolean worse = ticket.legs().get(absorber).ratio() > 1;
            absorber = single && (worse || mids.get(i) > mids.get(absorber)) ? i : absorber;
        }
        List<Price> prices = new ArrayList<>();
        long others = 0;
        for (int i = 0; i < mids.size(); i++) {
            Ticket.Leg leg = ticket.legs().get(i);
            long cents = Math.max(1, Math.round(mids.get(i) * 100)) * 100;
            prices.add(new Price(cents));
            others += i == absorber ? 0 : leg.side().sign() * leg.ratio() * cents;
        }
        Ticket.Leg rest = ticket.legs().get(absorber);
        prices.set(absorber, new Price(rest.side().sign() * (net.e4() - others) / rest.ratio()));
        return prices;
    }
}
