package alvh.simulator.market;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.money.PriceIncrements;

/** All instruments listed on one date; chains are made when they are first asked for. */
public final class Catalogue {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);
    private static final Map<String, String> INDEX_NAMES = Map.of("SPX", "S&P 500 Stock Index", "XSP",
            "Mini-SPX Index", "VIX", "CBOE Volatility Index", "VIX9D", "CBOE S&P 500 9-Day Volatility Index", "VIX3M",
            "CBOE S&P 500 3-Month Volatility Index", "VIX6M", "CBOE S&P 500 6-Month Volatility Index", "VVIX",
            "CBOE VIX of VIX Index", "VRO", "S&P 500 Volatility Index SOQ", "AD-NYSE", "NYSE Advance Decline Index");

    private final LocalDate date;
    private final Products products;
    private final ConIds conIds;
    private final Map<String, String> longNames = new HashMap<>(INDEX_NAMES);
    private final Map<String, Boolean> etfs = new HashMap<>();
    private final ToDoubleFunction<String> centre;
    /** Caches only: facts by key, chains by trading class. */
    private final Map<InstrumentKey, Optional<Listing>> facts = new HashMap<>();
    private final Map<String, List<Listing>> chains = new HashMap<>();

    /** @param centre price by underlying symbol round which strikes are listed: yesterday's close */
    Catalogue(LocalDate date, Products products, List<WorldSpec.Name> names, ToDoubleFunction<String> centre) {
        this.date = date;
        this.products = products;
        this.conIds = new ConIds(products);
        this.centre = centre;
        for (WorldSpec.Name name : names) {
            longNames.put(name.symbol(), name.longName());
            etfs.put(name.symbol(), name.etf());
        }
    }

    public LocalDate date() {
        return date;
    }

    /** Everything listed today: indices, stocks, then each class. */
    public List<Listing> all() {
        List<Listing> all = underlyings();
        products.all().forEach(product -> all.addAll(chain(product)));
        return all;
    }

    /** Indices and stocks, without what is written on them. */
    public List<Listing> underlyings() {
        List<Listing> all = new ArrayList<>();
        ConIds.INDICES.forEach(symbol -> byKey(InstrumentKey.of(symbol)).ifPresent(all::add));
        for (Product product : products.all()) {
            if (!product.index()) {
                byKey(InstrumentKey.of(product.root())).ifPresent(all::add);
            }
        }
        return all;
    }

    /** OPT and FUT, as far as there are any on this symbol. */
    public List<String> derivatives(String symbol) {
        return List.of("OPT", "FUT").stream().filter(secType -> !products.of(symbol, secType).isEmpty()).toList();
    }

    /** Also answers for contracts that have left the list (expired): their facts never change. */
    public Optional<Listing> byConId(int conId) {
        return conIds.key(conId).flatMap(this::byKey);
    }

    /** Also answers for contracts that have left the list (expired): their facts never change. */
    public Optional<Listing> byKey(InstrumentKey key) {
        return facts.computeIfAbsent(key, this::make);
    }

    private Optional<Listing> make(InstrumentKey key) {
        return conIds.of(key).map(conId -> switch (key.secType()) {
            case INDEX -> index(key, conId);
            case STOCK -> stock(key, conId);
            case OPTION, FUTURE -> derivative(products.byRoot(key.root()).orElseThrow(), key, conId);
        });
    }

    /** True when it may be traded and quoted today: its class lists the date and it has not expired. */
    public boolean isListed(Listing listing) {
        return listing.settlementDate() == null || !listing.lastTradeDate().isBefore(date) && products
                .byRoot(listing.tradingClass()).map(p -> Expirations.listed(p, date).contains(listing.settlementDate()))
                .orElse(false);
    }

    /** Everything listed with this symbol and security type (OPT of SPX holds both SPX and SPXW). */
    public List<Listing> find(String symbol, String secType) {
        return switch (secType) {
            case "IND", "STK" -> {
                boolean index = ConIds.INDICES.contains(symbol);
                boolean plain = symbol.matches("[A-Z0-9.\\-]{1,11}") && index == secType.equals("IND");
                yield plain ? byKey(InstrumentKey.of(symbol)).stream().toList() : List.of();
            }
            case "OPT", "FUT" -> products.of(symbol, secType).stream().flatMap(p -> chain(p).stream()).toList();
            default -> List.of();
        };
    }

    /** Option parameters by the underlying's conId; empty when it has no options. */
    public List<OptionClass> optionClasses(int underConId) {
        Optional<InstrumentKey> under = conIds.key(underConId);
        List<OptionClass> classes = new ArrayList<>();
        for (Product product : under.map(k -> products.of(k.text(), "OPT")).orElse(List.of())) {
            TreeSet<LocalDate> dates = new TreeSet<>();
            TreeSet<Double> strikes = new TreeSet<>();
            for (Listing listing : chain(product)) {
                dates.add(listing.lastTradeDate());
                strikes.add(listing.strike());
            }
            for (String exchange : product.validExchanges().split(",")) {
                classes.add(new OptionClass(exchange, underConId, product.root(), product.multiplier(),
                        List.copyOf(dates), List.copyOf(strikes)));
            }
        }
        return classes;
    }

    /** The price grid behind a market rule id. */
    public Optional<PriceIncrements> marketRule(int id) {
        return Products.rule(id);
    }

    /** The grid on which orders in this listing must be priced. */
    public PriceIncrements grid(Listing listing) {
        return product(listing).map(Product::grid).orElse(Products.penny());
    }

    /** {@code 20260310:0830-20260310:1515;...} for today and the next five days, in the listing's zone. */
    public String liquidHours(Listing listing) {
        return Hours.liquid(listing, isIndexProduct(listing), isAm(listing), date);
    }

    /** As {@link #liquidHours}, with the global and curb sessions. */
    public String tradingHours(Listing listing) {
        return Hours.trading(listing, isIndexProduct(listing), isAm(listing), date);
    }

    boolean isIndexProduct(Listing listing) {
        return listing.secType().equals("IND") || product(listing).map(Product::index).orElse(false);
    }

    /** Settles on the opening quotation of its settlement date. */
    public boolean isAm(Listing listing) {
        return product(listing).map(Product::amSettled).orElse(false);
    }

    private Optional<Product> product(Listing listing) {
        return listing.settlementDate() == null ? Optional.empty() : products.byRoot(listing.tradingClass());
    }

    private List<Listing> chain(Product product) {
        return chains.computeIfAbsent(product.root(), root -> makeChain(product));
    }

    private List<Listing> makeChain(Product product) {
        List<Listing> chain = new ArrayList<>();
        for (LocalDate settlement : Expirations.listed(product, date)) {
            if (product.isFuture()) {
                byKey(InstrumentKey.future(product.root(), settlement)).ifPresent(chain::add);
                continue;
            }
            double spot = centre.applyAsDouble(product.underlying());
            for (double strike : Expirations.strikes(product, settlement, date, spot)) {
                long milli = Math.round(strike * 1000);
                byKey(InstrumentKey.option(product.root(), settlement, Right.CALL, milli)).ifPresent(chain::add);
                byKey(InstrumentKey.option(product.root(), settlement, Right.PUT, milli)).ifPresent(chain::add);
            }
        }
        return List.copyOf(chain);
    }

    private Listing index(InstrumentKey key, int conId) {
        String symbol = key.text();
        String exchange = symbol.equals("AD-NYSE") ? "NYSE" : "CBOE";
        return new Listing(conId, key, symbol, "IND", exchange, "", symbol, symbol, 0, 0, "", null, null, 0.01,
                exchange,
                "26", longNames.get(symbol), symbol, 0, "", "", "", "", symbol.equals("AD-NYSE")
                        ? "US/Eastern"
                        : "US/Central");
    }

    private Listing stock(InstrumentKey key, int conId) {
        String symbol = key.text();
        boolean etf = etfs.getOrDefault(symbol, false);
        return new Listing(conId, key, symbol, "STK", "SMART", etf ? "ARCA" : "NYSE", symbol, symbol, 0, 0, "", null,
                null, 0.01, "SMART,NYSE,ARCA", "26,26,26", longNames.getOrDefault(symbol, symbol), symbol, 0, "", "",
                "",
                etf ? "ETF" : "COMMON", "US/Eastern");
    }

    private Listing derivative(Product product, InstrumentKey key, int conId) {
        LocalDate settlement = key.settlementDate();
        String under = product.underlying();
        boolean option = key.isOption();
        String local = option ? key.text() : product.root() + MONTH.format(settlement);
        boolean underIsIndex = product.index();
        return new Listing(conId, key, under, product.secType(), product.home(), "", local, product.root(),
                product.multiplier(), option ? key.strike() : 0, option ? String.valueOf(key.right().letter()) : "",
                Expirations.lastTrade(product, settlement), settlement, product.minTick(), product.validExchanges(),
                product.ruleIds(), longNames.getOrDefault(under, under), product.root(),
                conIds.of(InstrumentKey.of(under)).orElse(0), under, underIsIndex ? "IND" : "STK",
                MONTH.format(settlement), "", product.zone());
    }
}
