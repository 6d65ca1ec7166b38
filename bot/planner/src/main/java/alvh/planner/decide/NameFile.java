package alvh.planner.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.company.BalanceRatios;
import alvh.planner.company.CapitalCost;
import alvh.planner.company.Company;
import alvh.planner.company.DividendDiscount;
import alvh.planner.company.Figure;
import alvh.planner.company.Fragility;
import alvh.planner.company.HedgeCredit;
import alvh.planner.company.HedgeTies;
import alvh.planner.company.PriceEarnings;
import alvh.planner.company.Rates;
import alvh.planner.line.Picture;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.OwnSeries;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.PlanningInput;
import alvh.planner.portfolio.Beta;
import alvh.planner.portfolio.Betas;
import alvh.planner.portfolio.LastClose;
import alvh.planner.portfolio.Structure;
import alvh.planner.signal.EventCalendar;
import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.SupplyWindows;

/** Puts the user's file, the market and the calendar of one name together (methodology F7, F10, F11, F13, F19). */
final class NameFile {

    /** Reports of quarters come at least twelve weeks apart. */
    private static final int LEAST_BETWEEN = 84;

    private final PlanningInput input;
    private final Assessment assessment;
    private final Picture picture;
    private final LocalDate close;
    private final SortedMap<String, Double> spreads;

    private NameFile(PlanningInput input, Assessment assessment, Picture picture) {
        this.input = input;
        this.assessment = assessment;
        this.picture = picture;
        this.close = picture.calendar().onOrBefore(LastClose.at(input.market().asOf()));
        this.spreads = HedgeTies.medianSpreads(input.market(), assessment.exposure().betas().keySet(),
                Picture.OLDEST_QUOTE, picture.delayedAllowed());
    }

    /** Facts of every name of the book, by symbol. */
    static SortedMap<String, NameFacts> of(PlanningInput input, Assessment assessment, Picture picture) {
        var file = new NameFile(input, assessment, picture);
        SortedMap<String, NameFacts> facts = new TreeMap<>();
        assessment.exposure().betas().forEach((symbol, beta) -> facts.put(symbol,
                InstrumentKey.INDICES.contains(symbol) ? file.index(symbol) : file.name(symbol, beta)));
        return facts;
    }

    private NameFacts index(String symbol) {
        return new NameFacts(symbol, HedgeCredit.index(), new Fragility(1, List.of()), List.of(), List.of());
    }

    private NameFacts name(String symbol, Beta beta) {
        Company company = input.own().companies().of(symbol);
        MarketSnapshot market = input.market();
        DailyBars bars = market.bars().get(InstrumentKey.of(symbol));
        double spot = picture.state().spot(symbol);
        CapitalCost.Day now = new CapitalCost.Day(spot, beta.slow(), riskFree(close),
                Rates.at(market, OwnSeries.THREE_MONTH, close));
        Figure quick = BalanceRatios.quick(company);
        Figure cash = BalanceRatios.priceToCashFlow(company, spot);
        Figure change = change(company, bars, now);
        Figure dividends = DividendDiscount.gap(company, spot, CapitalCost.ofEquity(now.riskFree(), beta.slow()));
        List<String> windows = SupplyWindows.of(symbol, picture.today(), input.own().events(),
                other -> input.own().companies().of(other).sector(), picture.calendar());
        Fragility fragility = Fragility.of(quick, cash, change, dividends, earnings(symbol),
                window(company, windows));
        HedgeCredit credit = HedgeCredit.of(company.capAt(spot), spreads.getOrDefault(symbol, Double.NaN),
                HedgeTies.correlationSpread(bars, market.bars().get(InstrumentKey.of("VIX")), close),
                beta.known() ? beta.rSquared() : Double.NaN);
        return new NameFacts(symbol, credit, fragility,
                List.of(PriceEarnings.compression(bars, spot, company.earnings(), picture.today()), cash, quick,
                        CapitalCost.of(company, now), change, dividends),
                windows);
    }

    /** The 10-year rate where the user gives the series, else the settings' rate: for levels, never for changes. */
    private double riskFree(LocalDate date) {
        double published = Rates.at(input.market(), OwnSeries.TEN_YEAR, date);
        return Double.isNaN(published) ? input.settings().ratePerYear() : published;
    }

    private Figure change(Company company, DailyBars bars, CapitalCost.Day now) {
        MarketSnapshot market = input.market();
        LocalDate then = picture.calendar().plus(close, -CapitalCost.SESSIONS);
        double rate = Rates.at(market, OwnSeries.TEN_YEAR, then);
        Beta beta = Betas.of(company.symbol(), bars, market.bars().get(InstrumentKey.of("SPX")), then,
                Betas.Hints.of(company));
        CapitalCost.Day today = new CapitalCost.Day(now.price(), now.beta(),
                Rates.at(market, OwnSeries.TEN_YEAR, close),
                now.shortRate());
        return CapitalCost.change(company, today, new CapitalCost.Day(closeOn(bars, then),
                beta.known() ? beta.slow() : Double.NaN, rate, Rates.at(market, OwnSeries.THREE_MONTH, then)));
    }

    private static double closeOn(DailyBars bars, LocalDate date) {
        return bars == null
                ? Double.NaN
                : bars.bars().stream().filter(bar -> bar.date().equals(date)).mapToDouble(DailyBars.Bar::close)
                        .findFirst().orElse(Double.NaN);
    }

    /** Earnings between now and the last expiry of the name's structures. */
    private Fragility.Dates earnings(String symbol) {
        LocalDate last = assessment.structures().stream()
                .filter(s -> s.underlying().equals(symbol) && s.expiry() != null).map(Structure::expiry)
                .max(LocalDate::compareTo).orElse(null);
        List<LocalDate> dates = input.own().events().events().stream()
                .filter(e -> e.type() == EventCalendar.Type.EARNINGS && symbol.equals(e.symbol())).map(NameFile::day)
                .sorted().toList();
        LocalDate next = dates.stream().filter(day -> !day.isBefore(picture.today())).findFirst().orElse(null);
        if (next != null) {
            boolean before = last != null && !next.isAfter(last);
            return new Fragility.Dates(before ? Fragility.Answer.YES : Fragility.Answer.NO, "earnings on " + next);
        }
        if (dates.isEmpty()) {
            return new Fragility.Dates(Fragility.Answer.UNKNOWN, input.own().events().events().isEmpty()
                    ? "no events file"
                    : "no earnings date in the events file");
        }
        LocalDate said = dates.getLast();
        return last != null && last.isBefore(said.plusDays(LEAST_BETWEEN))
                ? new Fragility.Dates(Fragility.Answer.NO, "the last earnings were on " + said)
                : new Fragility.Dates(Fragility.Answer.UNKNOWN,
                        "the events file ends with the earnings of " + said);
    }

    private static LocalDate day(ScheduledEvent event) {
        return event.at().atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }

    private Fragility.Dates window(Company company, List<String> windows) {
        if (!windows.isEmpty()) {
            return new Fragility.Dates(Fragility.Answer.YES, String.join("; ", windows));
        }
        boolean unknown = company.sector() == null || input.own().events().events().isEmpty();
        return unknown
                ? new Fragility.Dates(Fragility.Answer.UNKNOWN, company.sector() == null
                        ? "no sector in the fundamentals file"
                        : "no events file")
                : new Fragility.Dates(Fragility.Answer.NO, "none in " + company.sector());
    }
}
