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
        int number = account.nextFill();
        Usd brokerage = brokerage(order, parts);
        BookedOrder now = grown(order, fill, at);
        List<Execution> executions = executions(order, parts, fill, number, now, at);
        executions.forEach(e -> emit.accept(new ExchangeOutput.Executed(at, e)));
        emit.accept(new ExchangeOutput.OrderChanged(at, now));
        book(order, parts, executions, brokerage, at);
        return now;
    }

    private static BookedOrder grown(BookedOrder order, Matcher.Fill fill, Instant at) {
        int filled = order.filled() + fill.units();
        double average = (order.averagePrice() * order.filled() + fill.price().toDouble() * fill.units()) / filled;
        boolean done = filled == order.ticket().quantity();
        boolean late = order.status().isTerminal() || order.status() == OrderStatus.PENDING_CANCEL;
        OrderStatus status = done ? OrderStatus.FILLED : late ? order.status() : OrderStatus.SUBMITTED;
        BookedOrder now = order.with(filled, average, fill.price()).with(status, done ? at : order.completed(),
                done ? "Filled Size: " + filled : order.completedText());
        Stage stage = now.stage();
        return !done || stage.equals(Stage.FIRST)
                ? now
                : now.with(new Stage(stage.released(), stage.triggered(), stage.stop(), "", null));
    }

    /** One leg of a combo alone; the combo's own execution follows when every leg has caught up. */
    BookedOrder fillLeg(BookedOrder order, Touch touch, int leg, int units, Instant at) {
        int has = legUnits(order).get(leg);
        int n = Math.min(units, order.ticket().quantity() - has);
        if (n < 1) {
            return order;
        }
        Price net = order.ticket().isMarket() ? touch.middle() : order.ticket().limit();
        Part part = parts(order.ticket(), touch, new Matcher.Fill(n, net)).get(leg);
        int ratio = order.ticket().legs().get(leg).ratio();
        Execution execution = new Execution(ExecIds.first(order.permId(), account.nextFill(), leg + 2),
                order.permId(), order.clientId(), order.orderId(), part.listing().conId(), part.listing().key(),
                part.listing().symbol(), part.side(), part.quantity(), part.price(), (has + n) * ratio,
                part.price().toDouble(), order.ticket().orderRef(), "CBOE", at);
        Usd brokerage = brokerage(order, List.of(part));
        emit.accept(new ExchangeOutput.Executed(at, execution));
        BookedOrder now = caughtUp(order, part, at);
        emit.accept(new ExchangeOutput.OrderChanged(at, now));
        settle(List.of(part), List.of(execution.execId()), order, brokerage, at);
        return now;
    }

    private BookedOrder caughtUp(BookedOrder order, Part part, Instant at) {
        int whole = legUnits(order).stream().mapToInt(Integer::intValue).min().orElseThrow();
        if (whole <= order.filled()) {
            return order;
        }
        Matcher.Fill fill = new Matcher.Fill(whole - order.filled(), net(order));
        BookedOrder now = grown(order, fill, at);
        emit.accept(new ExchangeOutput.Executed(at, combo(order, part.listing(), fill, account.nextFill(), now, at)));
        return now;
    }

    /** Units of the combo that each leg has executed, in the order of the legs. */
    List<Integer> legUnits(BookedOrder order) {
        List<Execution> all = account.executionsOf(order.permId());
        return order.ticket().legs().stream().map(leg -> all.stream().filter(e -> e.conId() == leg.conId())
                .mapToInt(Execution::quantity).sum() / leg.ratio()).toList();
    }

    /** No leg is ahead of another. */
    boolean isEven(BookedOrder order) {
        return !order.ticket().isCombo() || legUnits(order).stream().distinct().count() == 1;
    }

    /** What the legs made together, a unit of the combo. */
    private Price net(BookedOrder order) {
        double net = 0;
        for (Ticket.Leg leg : order.ticket().legs()) {
            double paid = 0;
            int n = 0;
            for (Execution e : account.executionsOf(order.permId())) {
                paid += e.conId() == leg.conId() ? e.quantity() * e.price().toDouble() : 0;
                n += e.conId() == leg.conId() ? e.quantity() : 0;
            }
            net += leg.side().sign() * leg.ratio() * paid / Math.max(1, n);
        }
        return Price.of(Math.rint(net * 10_000) / 10_000);
    }

    private static Execution combo(BookedOrder order, Listing first, Matcher.Fill fill, int number, BookedOrder now,
            Instant at) {
        return new Execution(ExecIds.first(order.permId(), number, 1), order.permId(), order.clientId(),
                order.orderId(), Execution.COMBO, null, first.symbol(), order.ticket().side(), fill.units(),
                fill.price(), now.filled(), now.averagePrice(), order.ticket().orderRef(), "SMART", at);
    }

    private List<Execution> executions(BookedOrder order, List<Part> parts, Matcher.Fill fill, int number,
            BookedOrder now, Instant at) {
        List<Execution> executions = new ArrayList<>();
        Ticket ticket = order.ticket();
        boolean combo = ticket.isCombo();
        if (combo) {
            executions.add(combo(order, parts.get(0).listing(), fill, number, now, at));
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int ratio = ticket.legs().get(i).ratio();
            executions.add(new Execution(ExecIds.first(order.permId(), number, combo ? i + 2 : 1), order.permId(),
                    order.clientId(), order.orderId(), part.listing().conId(), part.listing().key(),
                    part.listing().symbol(), part.side(), part.quantity(), part.price(), now.filled() * ratio,
                    combo ? part.price().toDouble() : now.averagePrice(), ticket.orderRef(), "CBOE", at));
        }
        return executions;
    }

    private void book(BookedOrder order, List<Part> parts, List<Execution> executions, Usd brokerage, Instant at) {
        List<String> ids = executions.stream().filter(e -> !e.isCombo()).map(Execution::execId).toList();
        settle(parts, ids, order, brokerage, at);
    }

    private void settle(List<Part> parts, List<String> execIds, BookedOrder order, Usd whole, Instant at) {
        List<ExchangeOutput> reports = new ArrayList<>();
        Usd brokerage = whole;
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
            reports.add(new ExchangeOutput.CommissionReported(at, execIds.get(i), order.clientId(), fee, profit));
        }
        emit.accept(new ExchangeOutput.CashChanged(at, account.books().cash(), "fill of order " + order.permId()));
        reports.forEach(emit);
    }

    /** What the broker's part grows by: the minimum is an order's, not a fill's. */
    private Usd brokerage(BookedOrder order, List<Part> parts) {
        boolean shares = !parts.get(0).listing().isOption();
        int was = account.executionsOf(order.permId()).stream().filter(e -> !e.isCombo())
                .mapToInt(Execution::quantity).sum();
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
