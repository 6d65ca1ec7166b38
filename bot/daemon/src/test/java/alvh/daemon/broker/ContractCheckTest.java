package alvh.daemon.broker;

import java.util.List;
import java.util.Optional;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContractCheckTest {
    private final TradingCalendar calendar = TradingCalendar.nyse();
    private final Naming naming = new Naming(calendar);
    private final ContractCheck check = new ContractCheck(calendar);

    private Optional<String> judge(Facts facts) {
        return check.contradiction(naming.key(facts).orElseThrow(), facts);
    }

    @Test
    void aVixCallIsNamedByItsSettlementNotItsLastTradeDate() {
        Facts facts = Samples.vixCall(700, 20);
        assertThat(naming.key(facts)).contains(InstrumentKey.of("VIX   261118C00020000"));
        assertThat(judge(facts)).isEmpty();
    }

    @Test
    void withoutLocalSymbolTheSettlementFollowsFromTheLastTradeDate() {
        Facts named = Samples.vixCall(700, 20);
        Facts bare = new Facts(700, "VIX", "OPT", "20261117", "", 20, "C", "100", "", "USD", "", "VIX", "", "", "", "",
                List.of());
        assertThat(naming.key(bare)).isEqualTo(naming.key(named));
        Facts pm = new Facts(701, "XSP", "OPT", "20261118", "", 600, "P", "100", "", "USD", "", "XSP", "", "", "", "",
                List.of());
        assertThat(naming.key(pm)).contains(InstrumentKey.of("XSP   261118P00600000"));
    }

    @Test
    void aShiftedLastTradeDateIsTolerated() {
        assertThat(judge(Samples.option(1, "VIX   261118C00020000", "20261118", "20261118"))).isEmpty();
    }

    @Test
    void contradictionsAreRefusedWithBothSides() {
        Facts good = Samples.vixCall(700, 20);
        Facts dear = new Facts(700, good.symbol(), "OPT", good.lastTrade(), good.realExpiration(), 20, "C", "1000",
                "SMART", "USD", good.localSymbol(), "VIX", "", "", "", "", List.of());
        assertThat(judge(dear).orElseThrow()).startsWith("E-CONTRACT VIX   261118C00020000:")
                .contains("multiplier got 1000, expected 100");
        Facts weekly = new Facts(700, good.symbol(), "OPT", good.lastTrade(), good.realExpiration(), 20, "C", "100",
                "SMART", "USD", good.localSymbol(), "VIXW", "", "", "", "", List.of());
        assertThat(judge(weekly).orElseThrow()).contains("trading class got VIXW, expected VIX");
        assertThat(judge(Samples.option(1, "VIX   261118C00020000", "20261110", "20261118")).orElseThrow())
                .contains("last trade date got 2026-11-10, expected 2026-11-17");
        assertThat(judge(Samples.option(1, "VIX   261118C00020000", "20261117", "20261117")).orElseThrow())
                .contains("settlement got 2026-11-17, expected 2026-11-18");
        assertThat(judge(Samples.option(1, "VIX   261125C00020000", "20261124", "20261125")).orElseThrow())
                .contains("class VIX settles on 2026-11-25, this month's date is 2026-11-18");
        assertThat(judge(Samples.option(0, "VIX   261118C00020000", "20261117", "20261118"))).isPresent();
    }

    @Test
    void futuresAndStocksAreNamed() {
        assertThat(naming.key(Samples.future(9, "20261118"))).contains(InstrumentKey.of("VX    261118"));
        assertThat(judge(Samples.future(9, "20261118"))).isEmpty();
        assertThat(naming.key(Samples.stock(8, "BRK B"))).contains(InstrumentKey.of("BRK.B"));
        Facts euro = new Facts(5, "SAP", "STK", "", "", Double.NaN, "", "", "IBIS", "EUR", "SAP", "", "", "", "", "",
                List.of());
        assertThat(naming.key(euro)).isEmpty();
        Facts cash = new Facts(5, "EUR", "CASH", "", "", Double.NaN, "", "", "IDEALPRO", "USD", "EUR.USD", "", "", "",
                "", "", List.of());
        assertThat(naming.key(cash)).isEmpty();
    }

    @Test
    void theMarketRuleStandsAtSmartsPosition() {
        assertThat(Samples.vixCall(700, 20).ruleId()).isEqualTo(110);
        assertThat(Samples.index(1, "VIX").ruleId()).isZero();
    }

    @Test
    void aRefusedContractIsNotGivenOut() {
        var learned = new java.util.ArrayList<KnownInstrument>();
        var instruments = new Instruments(naming, check, List.of(), learned::add);
        instruments.learn(Samples.option(1, "VIX   261125C00020000", "20261124", "20261125"));
        InstrumentKey wrong = InstrumentKey.of("VIX   261125C00020000");
        assertThat(instruments.known(wrong)).isEmpty();
        assertThat(instruments.refusal(wrong)).isPresent();
        instruments.learn(Samples.vixCall(700, 20));
        instruments.learn(Samples.vixCall(700, 20));
        assertThat(learned).extracting(KnownInstrument::conId).containsExactly(700);
        assertThat(instruments.key(700)).contains(InstrumentKey.of("VIX   261118C00020000"));
    }
}
