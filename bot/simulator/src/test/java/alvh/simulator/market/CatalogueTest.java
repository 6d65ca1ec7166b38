package alvh.simulator.market;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.money.Price;
import alvh.planner.money.PriceIncrements;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueTest {

    private final Catalogue catalogue = Market.open(Worlds.demo()).catalogue();

    @Test
    void everyContractIdIsItsOwnAndLeadsBack() {
        List<Listing> all = catalogue.all();
        assertThat(all).extracting(Listing::conId).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(l -> {
            assertThat(l.conId()).isPositive();
            assertThat(catalogue.byConId(l.conId())).contains(l);
            assertThat(catalogue.isListed(l)).isTrue();
        });
        assertThat(catalogue.byConId(12_345)).isEmpty();
        assertThat(catalogue.byConId(-1)).isEmpty();
    }

    @Test
    void contractIdsOutliveTheDayAndTheContract() {
        InstrumentKey key = InstrumentKey.option("VIX", LocalDate.of(2026, 3, 18), Right.CALL, 20_000);
        Market market = Market.open(Worlds.demo());
        Listing before = market.catalogue().byKey(key).orElseThrow();
        market.advance(Hours.open(LocalDate.of(2026, 4, 1)));
        assertThat(market.catalogue().byKey(key)).contains(before);
        assertThat(market.catalogue().isListed(before)).isFalse();
        assertThat(market.tape(key).ask()).isNaN();
    }

    @Test
    void amSettledClassesTradeLastOnTheDayBefore() {
        Listing vix = one(InstrumentKey.option("VIX", LocalDate.of(2026, 4, 15), Right.CALL, 20_000));
        assertThat(vix.lastTradeDate()).isEqualTo("2026-04-14");
        assertThat(vix.settlementDate()).isEqualTo("2026-04-15");
        assertThat(vix.localSymbol()).isEqualTo("VIX   260415C00020000");
        assertThat(vix.contractMonth()).isEqualTo("202604");
        Listing spx = one(InstrumentKey.option("SPX", LocalDate.of(2026, 4, 17), Right.PUT, 5_700_000));
        assertThat(spx.lastTradeDate()).isEqualTo("2026-04-16");
        Listing spxw = one(InstrumentKey.option("SPXW", LocalDate.of(2026, 4, 17), Right.PUT, 5_700_000));
        assertThat(spxw.lastTradeDate()).isEqualTo("2026-04-17");
        assertThat(spxw.symbol()).isEqualTo("SPX");
    }

    @Test
    void vixSettlesOnTuesdayBeforeAHolidayFriday() {
        assertThat(SessionCalendar.vixExpiry(2025, 3)).isEqualTo("2025-03-18");
        assertThat(SessionCalendar.vixExpiry(2026, 5)).isEqualTo("2026-05-19");
        assertThat(SessionCalendar.vixExpiry(2026, 6)).isEqualTo("2026-06-17");
        assertThat(SessionCalendar.vixExpiry(2018, 2)).isEqualTo("2018-02-14");
    }

    @Test
    void holidaysAndEarlyClosesAreKnown() {
        assertThat(List.of("2026-01-01", "2026-01-19", "2026-02-16", "2026-04-03", "2026-05-25", "2026-06-19",
                "2026-07-03", "2026-09-07", "2026-11-26", "2026-12-25", "2025-01-09", "2027-12-24"))
                .allSatisfy(d -> assertThat(SessionCalendar.isSession(LocalDate.parse(d))).as(d).isFalse());
        assertThat(List.of("2021-12-31", "2021-06-18", "2026-07-02", "2026-04-06"))
                .allSatisfy(d -> assertThat(SessionCalendar.isSession(LocalDate.parse(d))).as(d).isTrue());
        assertThat(List.of("2026-11-27", "2026-12-24", "2024-07-03"))
                .allSatisfy(d -> assertThat(SessionCalendar.isEarlyClose(LocalDate.parse(d))).as(d).isTrue());
        assertThat(SessionCalendar.isEarlyClose(LocalDate.of(2026, 7, 2))).isFalse();
    }

    @Test
    void hoursAreToldInTheProductsZone() {
        Listing vix = one(InstrumentKey.option("VIX", LocalDate.of(2026, 4, 15), Right.CALL, 20_000));
        assertThat(vix.timeZoneId()).isEqualTo("US/Central");
        assertThat(catalogue.liquidHours(vix)).startsWith("20260310:0830-20260310:1515;20260311:0830-20260311:1515;")
                .contains("20260314:CLOSED");
        assertThat(catalogue.tradingHours(vix)).startsWith("20260309:1915-20260310:0825;20260310:0830-20260310:1600;");
        Listing today = one(InstrumentKey.option("XSP", LocalDate.of(2026, 3, 10), Right.PUT, 600_000));
        assertThat(catalogue.liquidHours(today)).startsWith("20260310:0830-20260310:1500;20260311:CLOSED");
        Listing aapl = one(InstrumentKey.option("AAPL", LocalDate.of(2026, 4, 17), Right.PUT, 205_000));
        assertThat(aapl.timeZoneId()).isEqualTo("US/Eastern");
        assertThat(catalogue.tradingHours(aapl)).startsWith("20260310:0930-20260310:1600;");
    }

    @Test
    void priceGridsFollowTheClass() {
        assertGrid("VIX", "2026-04-15", 20_000, "2.99", "0.01", "3.05", "0.05");
        assertGrid("SPX", "2026-04-17", 6_000_000, "2.95", "0.05", "3.10", "0.10");
        assertGrid("XSP", "2026-04-17", 600_000, "2.99", "0.01", "3.07", "0.01");
        assertThat(one(InstrumentKey.option("VIX", LocalDate.of(2026, 4, 15), Right.CALL, 20_000)).marketRuleIds()
                .split(",")).hasSameSizeAs("SMART,CBOE".split(","));
    }

    private void assertGrid(String root, String date, long strike, String low, String lowTick, String high,
            String highTick) {
        Listing listing = one(InstrumentKey.option(root, LocalDate.parse(date), Right.CALL, strike));
        int rule = Integer.parseInt(listing.marketRuleIds().split(",")[0]);
        PriceIncrements grid = catalogue.marketRule(rule).orElseThrow();
        assertThat(grid).isEqualTo(catalogue.grid(listing));
        assertThat(new Price(grid.incrementE4(Price.of(low)))).isEqualTo(Price.of(lowTick));
        assertThat(new Price(grid.incrementE4(Price.of(high)))).isEqualTo(Price.of(highTick));
    }

    @Test
    void theHedgeLayersFindTheirWindows() {
        assertThat(days("VIX")).anyMatch(d -> d >= 30 && d <= 65).anyMatch(d -> d >= 90 && d <= 130)
                .anyMatch(d -> d >= 150 && d <= 260);
        assertThat(days("XSP")).anyMatch(d -> d >= 45 && d <= 100);
        assertThat(days("SPXW")).anyMatch(d -> d >= 45 && d <= 100);
        assertThat(catalogue.find("VIX", "FUT")).hasSize(9);
        assertThat(catalogue.find("GOOG", "OPT")).isEmpty();
        assertThat(catalogue.find("VIX", "CASH")).isEmpty();
    }

    private List<Long> days(String tradingClass) {
        return catalogue.all().stream().filter(l -> l.isOption() && l.tradingClass().equals(tradingClass))
                .map(l -> l.settlementDate().toEpochDay() - catalogue.date().toEpochDay()).distinct().toList();
    }

    @Test
    void optionParametersNameEachClassAtEachExchange() {
        Listing vix = one(InstrumentKey.of("VIX"));
        assertThat(catalogue.optionClasses(vix.conId())).extracting(OptionClass::tradingClass)
                .containsExactlyInAnyOrder("VIX", "VIX", "VIXW", "VIXW");
        assertThat(catalogue.optionClasses(vix.conId()).get(0).expirations()).contains(LocalDate.of(2026, 4, 14));
        assertThat(catalogue.optionClasses(1)).isEmpty();
    }

    private Listing one(InstrumentKey key) {
        return catalogue.byKey(key).orElseThrow();
    }
}
