package alvh.simulator.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import alvh.planner.money.Price;
import alvh.planner.money.PriceIncrements;
import alvh.simulator.market.Catalogue;
import alvh.simulator.market.Listing;

/** What an order must be before the exchange looks at the market: contracts, sizes, grid, account. */
final class Admission {

    private static final int MOST_LEGS = 4;
    private static final PriceIncrements NICKEL = PriceIncrements.of("0.05");
    private static final PriceIncrements PENNY = PriceIncrements.of("0.01");

    private Admission() {}

    /** Admitted with the listings of the legs, or refused with the broker's code and words. */
    sealed interface Outcome {

        record Admitted(List<Listing> listings) implements Outcome {}

        record Refused(int code, String text) implements Outcome {}
    }

    static Outcome check(Ticket ticket, Catalogue catalogue, String account) {
        if (!ticket.account().isEmpty() && !ticket.account().equals(account)) {
            return new Outcome.Refused(321, "Error validating request.-'bO' : cause - Invalid account code '"
                    + ticket.account() + "'.");
        }
        if (ticket.quantity() < 1) {
            return new Outcome.Refused(321,
                    "Error validating request.-'bO' : cause - The size value cannot be zero or negative.");
        }
        List<Listing> listings = new ArrayList<>();
        for (Ticket.Leg leg : ticket.legs()) {
            Optional<Listing> listing = catalogue.byConId(leg.conId());
            if (listing.isEmpty() || listing.get().lastTradeDate() != null
                    && listing.get().lastTradeDate().isBefore(catalogue.date())) {
                return new Outcome.Refused(200, "No security definition has been found for the request");
            }
            listings.add(listing.get());
        }
        return shape(ticket, listings).or(() -> price(ticket, listings, catalogue)).map(r -> (Outcome) r)
                .orElseGet(() -> new Outcome.Admitted(List.copyOf(listings)));
    }

    private static Optional<Outcome.Refused> shape(Ticket ticket, List<Listing> listings) {
        if (listings.isEmpty() || listings.size() > MOST_LEGS) {
            return refuse(314, "Combination contract must have between two and four legs.");
        }
        if (listings.stream().anyMatch(listing -> listing.secType().equals("IND"))) {
            return refuse(201, "Order rejected - reason:An index cannot be traded.");
        }
        if (listings.stream().anyMatch(listing -> listing.secType().equals("FUT"))) {
            return refuse(201, "Order rejected - reason:No trading permissions for futures.");
        }
        OrderType type = ticket.terms().type();
        boolean plain = type == OrderType.LMT || type == OrderType.MKT;
        if (ticket.isCombo() && !plain || type.isAtClose() && listings.stream().anyMatch(Listing::isOption)) {
            return refuse(387, "Unsupported order type for this exchange and security type: " + type.wire());
        }
        if (ticket.isCombo() && !ticket.terms().ocaGroup().isEmpty()) {
            return refuse(356, "A smart combo does not support OCA.");
        }
        Set<Integer> conIds = new HashSet<>();
        for (int i = 0; i < listings.size(); i++) {
            boolean sameUnder = listings.get(i).symbol().equals(listings.get(0).symbol());
            if (!conIds.add(listings.get(i).conId()) || !sameUnder || ticket.legs().get(i).ratio() < 1) {
                return refuse(313, "Combination contract leg " + (i + 1)
                        + " is invalid: legs must differ, share one underlying and have a ratio of at least 1.");
            }
        }
        return Optional.empty();
    }

    private static Optional<Outcome.Refused> price(Ticket ticket, List<Listing> listings, Catalogue catalogue) {
        boolean spx = listings.get(0).symbol().equals("SPX");
        PriceIncrements grid = ticket.isCombo() ? spx ? NICKEL : PENNY : catalogue.grid(listings.get(0));
        Terms terms = ticket.terms();
        boolean stop = terms.trigger() != null && !terms.type().isTrailing();
        if (stop && !grid.down(terms.trigger()).equals(terms.trigger())) {
            return refuse(110, "The price does not conform to the minimum price variation for this contract.");
        }
        if (ticket.isMarket() || terms.type() == OrderType.TRAIL_LIMIT && terms.limitOffset() != null) {
            return Optional.empty();
        }
        Price limit = ticket.limit();
        if (!ticket.isCombo() && limit.e4() <= 0) {
            return refuse(321, "Error validating request.-'bO' : cause - The price must be positive.");
        }
        return grid.down(limit).equals(limit)
                ? Optional.empty()
                : refuse(110, "The price does not conform to the minimum price variation for this contract.");
    }

    private static Optional<Outcome.Refused> refuse(int code, String text) {
        return Optional.of(new Outcome.Refused(code, text));
    }
}
