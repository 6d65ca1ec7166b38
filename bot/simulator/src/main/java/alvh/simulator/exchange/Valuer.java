package alvh.simulator.exchange;

import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;

/** Marks the account at model prices, now or as it would be after an order. */
final class Valuer {

    private static final int STOCK_MARGIN_DIVISOR = 2;
    private static final int BUYING_POWER = 4;

    private final Market market;
    private final Account account;

    Valuer(Market market, Account account) {
        this.market = market;
        this.account = account;
    }

    /** What an order would leave behind. */
    record Forecast(AccountValues after, Usd commission) {}

    AccountValues values() {
        return values(account.books());
    }

    private AccountValues values(Books books) {
        Usd options = Usd.ZERO;
        Usd stocks = Usd.ZERO;
        Usd gross = Usd.ZERO;
        Usd cost = Usd.ZERO;
        for (Position position : books.open()) {
            Usd mark = mark(position);
            options = position.key().isOption() ? options.plus(mark) : options;
            stocks = position.key().isOption() ? stocks : stocks.plus(mark);
            gross = gross.plus(mark.isNegative() ? mark.negated() : mark);
            cost = cost.plus(position.cost());
        }
        Usd margin = Margin.required(books.open(), u -> market.modelPrice(InstrumentKey.of(u)))
                .plus(abs(stocks).part(1, STOCK_MARGIN_DIVISOR));
        Usd available = books.cash().plus(stocks).minus(margin);
        Usd power = available.isNegative() ? Usd.ZERO : available.times(BUYING_POWER);
        return new AccountValues(account.id(), books.cash().plus(options).plus(stocks), books.cash(), gross, options,
                stocks, margin, margin, available, available, power, books.realised(),
                options.plus(stocks).minus(cost));
    }

    private static Usd abs(Usd amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }

    private Usd mark(Position position) {
        int multiplier = market.catalogue().byKey(position.key()).map(Listing::multiplier).orElse(1);
        double price = market.modelPrice(position.key());
        return Usd.floor(price * Math.max(1, multiplier) * position.quantity());
    }

    /** The account if the order filled whole at its limit (market orders: at the touch, else the middle). */
    Forecast forecast(Ticket ticket, Touch touch) {
        List<Listing> listings = touch.listings();
        Books after = account.books().copy();
        int contracts = 0;
        Usd fees = Usd.ZERO;
        Usd marks = Usd.ZERO;
        for (int i = 0; i < listings.size(); i++) {
            Listing listing = listings.get(i);
            Ticket.Leg leg = ticket.legs().get(i);
            int n = leg.ratio() * ticket.quantity();
            int sign = (ticket.side() == Side.BUY ? leg.side() : leg.side().opposite()).sign();
            Price price = Price.of(Math.max(0, market.modelPrice(listing.key())));
            Usd value = price.cost(Math.max(1, listing.multiplier()), (long) sign * n);
            after.trade(listing.key(), listing.conId(), sign * n, value, Usd.ZERO);
            marks = marks.plus(value);
            contracts += n;
            fees = fees.plus(Fees.exchangeFee(listing, price).times(n));
        }
        fees = fees.plus(Fees.brokerage(!listings.get(0).isOption(), contracts));
        Usd paid = limitValue(ticket, listings, touch, marks);
        after.setCash(after.cash().plus(marks).minus(paid).minus(fees));
        return new Forecast(values(after), fees);
    }

    private static Usd limitValue(Ticket ticket, List<Listing> listings, Touch touch, Usd marks) {
        double market = ticket.side() == Side.BUY ? touch.ask() : touch.bid();
        if (ticket.isMarket() && Double.isNaN(market)) {
            return marks;
        }
        Price price = ticket.isMarket() ? Price.of(market) : ticket.limit();
        return price.cost(Math.max(1, listings.get(0).multiplier()),
                (long) ticket.side().sign() * ticket.quantity());
    }
}
