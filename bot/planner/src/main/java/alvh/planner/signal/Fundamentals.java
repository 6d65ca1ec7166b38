package alvh.planner.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import alvh.planner.company.BalanceRatios;
import alvh.planner.company.CapitalCost;
import alvh.planner.company.Companies;
import alvh.planner.company.Company;
import alvh.planner.company.DividendDiscount;
import alvh.planner.company.Figure;
import alvh.planner.company.PriceEarnings;
import alvh.planner.company.Rates;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.OwnSeries;
import alvh.planner.market.Quote;
import alvh.planner.market.SecType;
import alvh.planner.portfolio.Beta;
import alvh.planner.portfolio.Betas;
import alvh.planner.portfolio.NameExposure;

/**
 * What the user's file says of the names of the book (methodology F7, F10, F13, F19): which are fragile, by which figure,
 * and what is not known. No vote. Only of now: the file does not say since when its numbers are so.
 */
final class Fundamentals {

    private final History history;
    private final Companies companies;
    private final double ratePerYear;
    private final List<Signal.Input> inputs = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int fragile;

    private Fundamentals(History history, Companies companies, double ratePerYear) {
        this.history = history;
        this.companies = companies;
        this.ratePerYear = ratePerYear;
    }

    /** @param ratePerYear where the user's series has no 10-year rate: for levels, never for changes */
    static Signal of(History history, List<NameExposure> book, Companies companies, double ratePerYear) {
        if (companies.bySymbol().isEmpty()) {
            return Signal.missing(SignalId.FUNDAMENTALS, "no fundamentals file: no effect");
        }
        if (!history.live()) {
            return Signal.missing(SignalId.FUNDAMENTALS, "of now only: the file does not say what was known then");
        }
        List<String> names = book.stream().map(NameExposure::symbol)
                .filter(symbol -> InstrumentKey.of(symbol).secType() == SecType.STOCK).toList();
        if (names.isEmpty()) {
            return Signal.missing(SignalId.FUNDAMENTALS, "no company in the book");
        }
        var all = new Fundamentals(history, companies, ratePerYear);
        names.forEach(all::name);
        return all.signal();
    }

    private Signal signal() {
        String missing = String.join(" · ", unknown);
        if (inputs.isEmpty() && flags.isEmpty()) {
            return Signal.missing(SignalId.FUNDAMENTALS, missing);
        }
        String said = flags.isEmpty() ? "no name is fragile by what is known" : String.join(" · ", flags);
        return new Signal(SignalId.FUNDAMENTALS, fragile, 0, unknown.isEmpty() ? said : said + "; unknown: " + missing,
                history.ageOfClose(), inputs, null);
    }

    private void name(String symbol) {
        if (!companies.bySymbol().containsKey(symbol)) {
            unknown.add(symbol + " (not in the file)");
            return;
        }
        Company company = companies.of(symbol);
        double price = price(symbol);
        CapitalCost.Day now = day(history.close(), price, beta(company, history.close()).slow());
        LocalDate before = history.calendar().plus(history.close(), -CapitalCost.SESSIONS);
        Beta old = beta(company, before);
        CapitalCost.Day then = day(before, closeOn(symbol, before), old.known() ? old.slow() : Double.NaN);
        double r = CapitalCost.ofEquity(Double.isNaN(now.riskFree()) ? ratePerYear : now.riskFree(), now.beta());
        List<String> here = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        Figure compression = PriceEarnings.compression(history.market().bars().get(InstrumentKey.of(symbol)), price,
                company.earnings(), history.date());
        take(symbol, "P/E z", compression, "P/E compressed, z %.1f", here, gaps);
        boolean cheap = !here.isEmpty();
        take(symbol, "quick ratio", BalanceRatios.quick(company), "quick ratio %.2f below 1", here, gaps);
        take(symbol, "P/CF", BalanceRatios.priceToCashFlow(company, price), "P/CF %.1f above 25", here, gaps);
        take(symbol, "WACC change", CapitalCost.change(company, now, then), "WACC up %.0f bp in 63 sessions", here,
                gaps);
        take(symbol, "price over DDM", DividendDiscount.gap(company, price, r), "price %.2f x its DDM", here, gaps);
        fragile += here.size() > (cheap ? 1 : 0) ? 1 : 0;
        if (!here.isEmpty()) {
            flags.add(symbol + " " + String.join(", ", here));
        }
        if (!gaps.isEmpty()) {
            unknown.add(symbol + " " + String.join(", ", gaps));
        }
    }

    private void take(String symbol, String name, Figure figure, String words, List<String> here, List<String> gaps) {
        if (!figure.known()) {
            gaps.add(name + " (" + figure.missing() + ")");
            return;
        }
        inputs.add(new Signal.Input(name + " " + symbol, figure.value(), figure.unit()));
        if (figure.flag()) {
            here.add(Double.isNaN(figure.value())
                    ? "operating cash flow not positive"
                    : String.format(Locale.ROOT, words, figure.value()));
        }
    }

    /** Now, else the last close; NaN when there is neither. */
    private double price(String symbol) {
        Quote quote = history.market().quote(InstrumentKey.of(symbol));
        return quote.twoSided() ? quote.mid() : closeOn(symbol, history.close());
    }

    private double closeOn(String symbol, LocalDate day) {
        int n = history.studies().upTo(symbol, day);
        boolean has = n > 0 && history.studies().dates(symbol).get(n - 1).equals(day);
        return has ? history.studies().closes(symbol)[n - 1] : Double.NaN;
    }

    private Beta beta(Company company, LocalDate close) {
        return Betas.of(company.symbol(), history.market().bars().get(InstrumentKey.of(company.symbol())),
                history.market().bars().get(InstrumentKey.of("SPX")), close, Betas.Hints.of(company));
    }

    /** The rates as a name's fragility takes them: none that is too old. */
    private CapitalCost.Day day(LocalDate close, double price, double beta) {
        return new CapitalCost.Day(price, beta, Rates.at(history.market(), OwnSeries.TEN_YEAR, close),
                Rates.at(history.market(), OwnSeries.THREE_MONTH, close));
    }
}
