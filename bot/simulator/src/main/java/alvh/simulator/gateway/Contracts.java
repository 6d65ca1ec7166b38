package alvh.simulator.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import alvh.simulator.market.Catalogue;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.script.Keys;
import alvh.wire.WireMessage;

/** Finds the listed instruments that a request's contract block means; empty members are wildcards. */
final class Contracts {

    /** Exactly one instrument, or why there is none. */
    sealed interface Found {

        record One(Listing listing) implements Found {}

        record None(int code, String text) implements Found {}
    }

    static final String UNKNOWN = "No security definition has been found for the request";
    private final Market market;

    Contracts(Market market) {
        this.market = market;
    }

    /** Asked anew each time: the list changes with the date. */
    Catalogue catalogue() {
        return market.catalogue();
    }

    /** All that match, in the catalogue's order. */
    List<Listing> all(WireMessage request) {
        int conId = request.intValue(request.knows("conId") ? "conId" : "contract.conId");
        if (conId != 0) {
            return catalogue().byConId(conId).filter(l -> listedOrAsked(l, request)).stream().toList();
        }
        boolean byName = request.text("symbol").isEmpty() && !request.text("localSymbol").isEmpty();
        List<Listing> named = byName
                ? named(request.text("localSymbol"), request.text("secType"))
                : catalogue().find(request.text("symbol"), request.text("secType"));
        return named.stream().filter(listing -> matches(listing, request)).toList();
    }

    /** A local symbol (for options the OCC one) says everything by itself. */
    private List<Listing> named(String localSymbol, String secType) {
        return Keys.read(localSymbol).flatMap(catalogue()::byKey)
                .filter(l -> l.secType().equals(secType) && catalogue().isListed(l)).stream().toList();
    }

    Found one(WireMessage request) {
        List<Listing> found = all(request);
        return switch (found.size()) {
            case 0 -> new Found.None(200, UNKNOWN);
            case 1 -> new Found.One(found.get(0));
            default -> new Found.None(200, "The contract description specified for " + request.text("symbol")
                    + " is ambiguous.");
        };
    }

    Optional<Listing> byConId(int conId) {
        return catalogue().byConId(conId);
    }

    private boolean listedOrAsked(Listing listing, WireMessage request) {
        return catalogue().isListed(listing) || request.knows("includeExpired") && request.bool("includeExpired");
    }

    private static boolean matches(Listing listing, WireMessage request) {
        return same(request.text("localSymbol"), listing.localSymbol())
                && same(request.text("tradingClass"), listing.tradingClass())
                && same(request.text("currency"), "USD") && date(request, listing) && strike(request, listing)
                && right(request.text("right"), listing)
                && multiplier(request.text("multiplier"), listing) && exchange(request.text("exchange"), listing);
    }

    private static boolean same(String asked, String has) {
        return asked.isEmpty() || asked.equals(has);
    }

    private static boolean date(WireMessage request, Listing listing) {
        String asked = request.text("lastTradeDateOrContractMonth");
        if (asked.isEmpty() || listing.lastTradeDate() == null) {
            return asked.isEmpty();
        }
        return asked.length() == 6
                ? asked.equals(listing.contractMonth())
                : asked.equals(Stamp.day(listing.lastTradeDate()));
    }

    /** Empty, 0 and 0.0 all mean no strike. */
    private static boolean strike(WireMessage request, Listing listing) {
        double asked = request.doubleValue("strike");
        return asked == 0 || asked == Double.MAX_VALUE || Math.abs(asked - listing.strike()) < 1e-6;
    }

    private static boolean right(String asked, Listing listing) {
        return switch (asked.toUpperCase(Locale.ROOT)) {
            case "", "?", "0" -> true;
            case "C", "CALL" -> listing.right().equals("C");
            case "P", "PUT" -> listing.right().equals("P");
            default -> false;
        };
    }

    private static boolean multiplier(String asked, Listing listing) {
        return asked.isEmpty() || asked.equals(Integer.toString(listing.multiplier()));
    }

    private static boolean exchange(String asked, Listing listing) {
        return asked.isEmpty() || asked.equals(listing.exchange())
                || List.of(listing.validExchanges().split(",")).contains(asked);
    }
}
