package alvh.daemon.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import alvh.planner.market.AccountKind;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountReaderTest {
    private final Bench bench = new Bench(10);
    private final Instruments instruments = new Instruments(new Naming(TradingCalendar.nyse()),
            new ContractCheck(TradingCalendar.nyse()), List.of(), known -> {});
    private final AccountReader reader = new AccountReader(bench.room.asks(), instruments, bench.requests::add,
            bench.clock, Bench.ACCOUNT, AccountKind.SIMULATED);

    private AccountReader.Reading read(List<Word.Position> positions, String... tagValueCurrency) {
        CompletableFuture<AccountReader.Reading> reading = reader.read();
        int id = bench.asked(Request.Summary.class).get(0).reqId();
        positions.forEach(bench::say);
        bench.say(new Word.PositionEnd());
        List<Word> values = new ArrayList<>();
        for (int i = 0; i < tagValueCurrency.length; i += 3) {
            values.add(new Word.Summary(id, Bench.ACCOUNT, tagValueCurrency[i], tagValueCurrency[i + 1],
                    tagValueCurrency[i + 2]));
        }
        values.add(new Word.Summary(id, "DUSIM0009", "NetLiquidation", "1", "USD"));
        values.forEach(bench::say);
        bench.say(new Word.SummaryEnd(id));
        return reading.join();
    }

    private static Word.Position held(Facts facts, long quantity, double cost) {
        return new Word.Position(Bench.ACCOUNT, facts, quantity, true, cost);
    }

    @Test
    void aDollarMarginAccount() {
        AccountReader.Reading reading = read(
                List.of(held(Samples.vixCall(700, 20), 2, 85.40), held(Samples.stock(8, "KO"), 0, 0),
                        held(Samples.option(9, "AAPL  270115P00205000", "20270115", "20270115"), -3, 379.28),
                        new Word.Position("DUSIM0009", Samples.stock(8, "KO"), 100, true, 60)),
                "NetLiquidation", "182450.10", "USD", "TotalCashValue", "184925.07", "USD", "ExcessLiquidity",
                "170437.07", "USD", "AvailableFunds", "100000", "USD", "BuyingPower", "400000", "USD");
        AccountSnapshot account = reading.account();
        assertThat(account.netLiquidation()).isEqualTo(Usd.of("182450.10"));
        assertThat(account.cash()).isEqualTo(Usd.of("184925.07"));
        assertThat(account.excessLiquidity()).isEqualTo(Usd.of("170437.07"));
        assertThat(account.cashAccount()).isFalse();
        assertThat(account.positions()).containsExactly(
                new AccountSnapshot.Position(InstrumentKey.of("AAPL  270115P00205000"), -3, Usd.of("379.28")),
                new AccountSnapshot.Position(InstrumentKey.of("VIX   261118C00020000"), 2, Usd.of("85.40")));
        assertThat(bench.requests).contains(new Request.StopPositions());
        assertThat(instruments.key(700)).contains(InstrumentKey.of("VIX   261118C00020000"));
    }

    @Test
    void anotherBaseCurrencyNeedsTheLedgersRate() {
        AccountSnapshot withRate = read(List.of(), "NetLiquidation", "92000", "EUR", "ExcessLiquidity", "46000", "EUR",
                "TotalCashValue", "10000", "EUR", "ExchangeRate", "0.92", "USD", "ExchangeRate", "1.00", "EUR",
                "CashBalance", "2500.5", "USD", "CashBalance", "9000", "EUR").account();
        assertThat(withRate.netLiquidation()).isEqualTo(Usd.ofDollars(100_000));
        assertThat(withRate.excessLiquidity()).isEqualTo(Usd.ofDollars(50_000));
        assertThat(withRate.cash()).isEqualTo(Usd.of("2500.50"));
    }

    @Test
    void withoutRateAmountsAreUnknown() {
        AccountSnapshot account = read(List.of(), "NetLiquidation", "92000", "EUR", "TotalCashValue", "10000", "EUR")
                .account();
        assertThat(account.netLiquidation()).isNull();
        assertThat(account.cash()).isNull();
        assertThat(account.cashAccount()).as("the careful side").isTrue();
    }

    @Test
    void aCashAccountHasNoMoreBuyingPowerThanFunds() {
        assertThat(read(List.of(), "NetLiquidation", "1000", "USD", "AvailableFunds", "500", "USD", "BuyingPower",
                "500", "USD").account().cashAccount()).isTrue();
    }

    @Test
    void whatTheBotDoesNotKnowIsNamedAndLeftOut() {
        Facts bond = new Facts(5, "T", "BOND", "", "", Double.NaN, "", "", "", "USD", "T 4 1/8", "", "", "", "", "",
                List.of());
        AccountReader.Reading reading = read(
                List.of(held(bond, 5, 1000),
                        new Word.Position(Bench.ACCOUNT, Samples.stock(8, "KO"), 0, false, 60)),
                "NetLiquidation", "1000", "USD");
        assertThat(reading.account().positions()).isEmpty();
        assertThat(reading.leftOut()).containsExactly("BOND T T 4 1/8 in USD", "STK KO KO in USD");
    }

    @Test
    void silenceIsAProblemInWords() {
        CompletableFuture<AccountReader.Reading> reading = reader.read();
        bench.pass(AccountReader.DEADLINE.plusSeconds(1));
        assertThat(reading.join().account()).isNull();
        assertThat(reading.join().problem()).isEqualTo("positions: no answer to 'positions' in 15 s");
    }
}
