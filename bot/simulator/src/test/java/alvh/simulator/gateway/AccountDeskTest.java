package alvh.simulator.gateway;

import java.time.Duration;
import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountDeskTest {

    private final Kit kit = Kit.held();
    private final Client client = kit.client(7);

    @Test
    void positionsComeAndFollowUntilCancelled() {
        List<String> frames = client.ask(WireMessage.of(Outgoing.REQ_POSITIONS));
        assertThat(frames).hasSize(12).last().isEqualTo("62|1|");
        assertThat(frames).filteredOn(f -> f.contains("KO    260320C00074000")).singleElement().asString()
                .startsWith("61|3|DUSIM0001|" + kit.conId("KO    260320C00074000")
                        + "|KO|OPT|20260320|74|C|100||USD|KO    260320C00074000|KO|-4|");
        kit.play("trade KO260320C77 -4 at 0.20");
        assertThat(client.heard("61|")).singleElement().asString().contains("|KO    260320C00077000|KO|0|0|");
        client.ask(WireMessage.of(Outgoing.CANCEL_POSITIONS));
        kit.play("trade KO260320C77 +4 at 0.20");
        assertThat(client.heard()).isEmpty();
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_POSITIONS_MULTI).set("reqId", 3))).hasSize(12).last()
                .isEqualTo("72|1|3|");
    }

    @Test
    void theSummaryHasTheAskedTagsWithTheirCurrency() {
        List<String> frames = client.ask(WireMessage.of(Outgoing.REQ_ACCOUNT_SUMMARY).set("reqId", 4)
                .set("group", "All")
                .set("tags", "AccountType,NetLiquidation,TotalCashValue,Cushion,$LEDGER:USD,Nonsense"));
        assertThat(frames.get(0)).isEqualTo("63|1|4|DUSIM0001|AccountType|INDIVIDUAL||");
        assertThat(frames.get(1)).matches("63\\|1\\|4\\|DUSIM0001\\|NetLiquidation\\|\\d+\\.\\d\\d\\|USD\\|");
        assertThat(frames).contains("63|1|4|DUSIM0001|ExchangeRate|1.00|USD|").noneMatch(f -> f.contains("Nonsense"))
                .last().isEqualTo("64|1|4|");
        assertThat(client.ask(summary(5))).last().isEqualTo("64|1|5|");
        assertThat(client.ask(summary(6))).singleElement().asString().startsWith("4|6|322|");
        kit.pass(Duration.ofSeconds(200));
        assertThat(client.heard("63|1|5|")).hasSize(1);
        client.ask(WireMessage.of(Outgoing.CANCEL_ACCOUNT_SUMMARY).set("reqId", 5));
        assertThat(client.ask(summary(6))).hasSize(2);
    }

    private static WireMessage summary(int reqId) {
        return WireMessage.of(Outgoing.REQ_ACCOUNT_SUMMARY).set("reqId", reqId).set("group", "All").set("tags",
                "NetLiquidation");
    }

    @Test
    void everyTagOfTheProtocolPageIsServed() {
        String tags = "AccountType,NetLiquidation,TotalCashValue,SettledCash,AccruedCash,BuyingPower,"
                + "EquityWithLoanValue,PreviousDayEquityWithLoanValue,GrossPositionValue,RegTEquity,RegTMargin,SMA,"
                + "InitMarginReq,MaintMarginReq,AvailableFunds,ExcessLiquidity,Cushion,FullInitMarginReq,"
                + "FullMaintMarginReq,FullAvailableFunds,FullExcessLiquidity,LookAheadNextChange,"
                + "LookAheadInitMarginReq,LookAheadMaintMarginReq,LookAheadAvailableFunds,LookAheadExcessLiquidity,"
                + "HighestSeverity,DayTradesRemaining,Leverage";
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_ACCOUNT_SUMMARY).set("reqId", 4).set("group", "All")
                .set("tags", tags))).hasSize(tags.split(",").length + 1);
    }

    @Test
    void accountUpdatesGiveValuesPortfolioAndAnEnd() {
        List<String> frames = client.ask(
                WireMessage.of(Outgoing.REQ_ACCOUNT_UPDATES).set("subscribe", true).set("acctCode", "DUSIM0001"));
        assertThat(frames).contains("6|2|AccountReady|true||DUSIM0001|").contains("8|1|10:15|")
                .anyMatch(f -> f.startsWith("7|8|")).last().isEqualTo("54|1|DUSIM0001|");
        assertThat(frames).filteredOn(f -> f.startsWith("7|8|")).hasSize(11)
                .allMatch(f -> f.split("\\|", -1).length == 21);
        kit.play("trade KO260320C77 -4 at 0.20");
        assertThat(client.heard("7|8|")).hasSize(1);
        client.ask(WireMessage.of(Outgoing.REQ_ACCOUNT_UPDATES).set("subscribe", false));
        kit.play("trade KO260320C77 +4 at 0.20");
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void profitAndLossComesAboutOnceASecond() {
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_PNL).set("reqId", 8).set("account", "DUSIM0001")))
                .containsExactly("94|8|" + Kit.DMAX + "|" + Kit.DMAX + "|" + Kit.DMAX + "|");
        kit.passSlowly(3);
        assertThat(client.heard("94|8|")).hasSize(3)
                .allMatch(f -> f.matches("94\\|8\\|.*\\|-?\\d+\\.\\d\\d\\|-?\\d+\\.\\d\\d\\|"));
        client.ask(WireMessage.of(Outgoing.CANCEL_PNL).set("reqId", 8));
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_PNL_SINGLE).set("reqId", 9).set("account", "DUSIM0001")
                .set("conId", kit.conId("KO    260320C00074000")))).singleElement().asString().startsWith("95|9|-4|");
        kit.passSlowly(2);
        assertThat(client.heard("94|8|")).isEmpty();
        assertThat(client.heard("95|9|")).hasSize(2);
    }

    @Test
    void theMultiFormsFollowUntilTheyAreCancelled() {
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_POSITIONS_MULTI).set("reqId", 3))).last()
                .isEqualTo("72|1|3|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_ACCOUNT_UPDATES_MULTI).set("reqId", 4)
                .set("account", "DUSIM0001"))).last().isEqualTo("74|1|4|");
        kit.play("trade KO260320C77 -4 at 0.20");
        assertThat(client.heard("71|1|3|")).singleElement().asString().contains("|KO    260320C00077000|");
        kit.pass(Duration.ofMinutes(3));
        assertThat(client.heard("73|1|4|")).anyMatch(f -> f.contains("|NetLiquidation|"));
        client.ask(WireMessage.of(Outgoing.CANCEL_POSITIONS_MULTI).set("reqId", 3));
        client.ask(WireMessage.of(Outgoing.CANCEL_ACCOUNT_UPDATES_MULTI).set("reqId", 4));
        kit.play("trade KO260320C77 +4 at 0.20");
        assertThat(client.heard()).isEmpty();
        kit.pass(Duration.ofMinutes(3));
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void anotherAccountIsRefused() {
        for (Outgoing kind : List.of(Outgoing.REQ_POSITIONS_MULTI, Outgoing.REQ_ACCOUNT_UPDATES_MULTI,
                Outgoing.REQ_PNL, Outgoing.REQ_PNL_SINGLE)) {
            assertThat(client.ask(WireMessage.of(kind).set("reqId", 5).set("account", "DU9"))).singleElement()
                    .asString().startsWith("4|5|321|").contains("'DU9'");
        }
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_ACCOUNT_UPDATES).set("subscribe", true)
                .set("acctCode", "DU9"))).singleElement().asString().startsWith("4|-1|321|");
    }
}
