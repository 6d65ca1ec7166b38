package alvh.daemon.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.daemon.desk.OrderTruth;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Words about orders, and the reading of the truth. */
class RoomTest {
    private static final InstrumentKey CALL = InstrumentKey.of("VIX   261118C00020000");
    private static final String REF = "HB1.S.K3M9TQ2W8Z5A4B7C.001.01.X";
    private final Bench bench = new Bench(10, Samples.known(700, CALL.text()),
            Samples.known(701, "VIX   261118C00021000"));

    private static Word.OpenOrder open(long permId, String status) {
        return new Word.OpenOrder(51, 17, permId, REF, Bench.ACCOUNT, Samples.vixCall(700, 20), true, 2, 0.85, status);
    }

    private static Word.Execution execution(int reqId, String execId, Facts facts, double price) {
        return new Word.Execution(reqId, execId, 51, 17, 900, REF, Bench.ACCOUNT, facts, true, 1, price,
                "20261117 10:14:59 US/Eastern");
    }

    @Test
    void anOrderCarriesItsLatestStatus() {
        bench.say(open(900, "PreSubmitted"));
        bench.say(new Word.Status(51, 17, 900, "Submitted", 1, 1));
        bench.say(open(900, "PreSubmitted"));
        assertThat(bench.events).containsExactly(
                new Event.OrderSeen(51, 17, 900, REF, Bench.ACCOUNT, List.of(CALL), Side.BUY, 2, Price.of("0.85"),
                        "PreSubmitted", 0, 2),
                new Event.StatusSeen(51, 17, 900, "Submitted", 1, 1),
                new Event.OrderSeen(51, 17, 900, REF, Bench.ACCOUNT, List.of(CALL), Side.BUY, 2, Price.of("0.85"),
                        "Submitted", 1, 1));
    }

    @Test
    void executionsNameTheirLegAndTheCombosOwnIsFlagged() {
        Facts bag = new Facts(28812380, "VIX", "BAG", "", "", Double.NaN, "", "", "SMART", "USD", "", "", "", "", "",
                "", List.of(new Facts.Leg(700, 1, true), new Facts.Leg(701, 1, false)));
        bench.say(execution(-1, "a.01.01", bag, -0.35));
        bench.say(execution(-1, "a.02.01", Samples.vixCall(700, 20), 0.85));
        Instant at = Instant.parse("2026-11-17T15:14:59Z");
        assertThat(bench.events).containsExactly(
                new Event.ExecutionSeen("a.01.01", 51, 17, 900, REF, Bench.ACCOUNT, InstrumentKey.of("VIX"), true,
                        Side.BUY, 1, Price.of("-0.35"), 1, at),
                new Event.ExecutionSeen("a.02.01", 51, 17, 900, REF, Bench.ACCOUNT, CALL, false, Side.BUY, 1,
                        Price.of("0.85"), 100, at));
    }

    @Test
    void aComboNamesItsLegs() {
        Facts bag = new Facts(1, "VIX", "BAG", "", "", Double.NaN, "", "", "SMART", "USD", "", "", "", "", "", "",
                List.of(new Facts.Leg(700, 1, true), new Facts.Leg(701, 1, false)));
        bench.say(new Word.OpenOrder(51, 17, 900, REF, Bench.ACCOUNT, bag, true, 1, Double.NaN, "Submitted"));
        Event.OrderSeen seen = bench.told(Event.OrderSeen.class).get(0);
        assertThat(seen.keys()).containsExactly(CALL, InstrumentKey.of("VIX   261118C00021000"));
        assertThat(seen.limit()).isEqualTo(new Price(0));
    }

    @Test
    void anUnreadableExecutionOfOursIsAnErrorOfThatOrder() {
        bench.say(execution(-1, "a.02.01", Samples.vixCall(700, 20), Double.NaN));
        assertThat(bench.told(Event.OrderError.class)).singleElement()
                .satisfies(error -> assertThat(error.text()).startsWith("E-EXECUTION"));
    }

    @Test
    void timesThatCannotBeTrustedBecomeTheReceiveTime() {
        for (String time : List.of("20261117 10:14:59", "nonsense", "20251117 10:14:59 US/Eastern",
                "20261117 10:14:59 Nowhere/Land")) {
            bench.say(new Word.Execution(-1, "b", 51, 17, 900, REF, Bench.ACCOUNT, Samples.vixCall(700, 20), true, 1,
                    0.85, time));
        }
        bench.say(new Word.Execution(-1, "b", 51, 17, 900, REF, Bench.ACCOUNT, Samples.vixCall(700, 20), true, 1, 0.85,
                "20261117-15:14:00"));
        assertThat(bench.told(Event.ExecutionSeen.class)).extracting(Event.ExecutionSeen::at).containsExactly(
                Bench.START, Bench.START, Bench.START, Bench.START, Instant.parse("2026-11-17T15:14:00Z"));
    }

    private String remarks(int reqId, String execId, String time) {
        int before = bench.told(Event.Noticed.class).size();
        bench.say(new Word.Execution(reqId, execId, 51, 17, 900, REF, Bench.ACCOUNT, Samples.vixCall(700, 20), true, 1,
                0.85, time));
        return bench.told(Event.Noticed.class).stream().skip(before)
                .filter(n -> n.subject().equals("execution time") && !n.loud()).map(Event.Noticed::text)
                .collect(Collectors.joining("|"));
    }

    /** It is 10:15:00 in New York, 15:15:00 in London. */
    @Test
    void anExecutionsTimeThatDiffersFromItsReceiptIsRecordedOnce() {
        assertThat(remarks(-1, "a", "20261117 10:14:01 US/Eastern")).as("a minute is nothing").isEmpty();
        assertThat(remarks(-1, "b", "20261117 09:15:00 US/Eastern")).isEqualTo("execution b of " + REF
                + ": its time '20261117 09:15:00 US/Eastern' is 3600 s before its receipt; it is used");
        assertThat(remarks(-1, "b", "20261117 09:15:00 US/Eastern")).as("said once").isEmpty();
        assertThat(remarks(-1, "c", "20261117 10:20:00 US/Eastern"))
                .endsWith("is 300 s after its receipt; the time of receipt is used");
        assertThat(remarks(-1, "d", "20261117 10:13:00"))
                .endsWith(
                        "has no zone (read as New York's it is 120 s before its receipt); the time of receipt is used");
        assertThat(remarks(-1, "e", "yesterday")).endsWith("is no time; the time of receipt is used");
        assertThat(remarks(-1, "f", "20261399 10:14:59 US/Eastern")).endsWith("cannot be read; the time of receipt is"
                + " used");
        assertThat(remarks(7, "g", "20261112 10:14:59 US/Eastern")).as("one that was asked for may be old").isEmpty();
        assertThat(remarks(7, "h", "20251112 10:14:59 US/Eastern")).endsWith("the time of receipt is used");
    }

    @Test
    void onlyADollarCommissionIsOne() {
        bench.say(new Word.Commission("a", 1.0234, "USD"));
        bench.say(new Word.Commission("b", Double.NaN, "USD"));
        bench.say(new Word.Commission("c", 1.02, "EUR"));
        assertThat(bench.told(Event.CommissionSeen.class))
                .as("without an amount the core keeps the maximum and says so").containsExactly(
                        new Event.CommissionSeen("a", Usd.of("1.0234")), new Event.CommissionSeen("b", null),
                        new Event.CommissionSeen("c", null));
    }

    @Test
    void errorsGoWhereTheyBelong() {
        bench.say(new Word.Error(51, 201, "Order rejected"));
        bench.say(new Word.Error(51, 504, "Not connected"));
        bench.say(new Word.Error(10_000_999, 300, "unknown ticker id"));
        bench.say(new Word.Error(-1, 1100, "Connectivity lost"));
        bench.say(new Word.Error(-1, 2103, "farm broken"));
        bench.say(new Word.Error(-1, 2100, "noise"));
        assertThat(bench.events).containsExactly(new Event.OrderError(51, 201, "Order rejected"),
                new Event.FarmLink(1100, "Connectivity lost"), new Event.FarmLink(2103, "farm broken"));
    }

    /** A gateway with one working order and one fill. */
    private List<Word> gateway(Request request) {
        return switch (request) {
            case Request.AllOpenOrders all -> List.of(open(900, "Submitted"), new Word.Status(51, 17, 900, "Submitted",
                    1, 1), new Word.OpenOrderEnd());
            case Request.OpenOrders own -> List.of(open(900, "Submitted"), new Word.OpenOrderEnd());
            case Request.CompletedOrders completed -> List.of(
                    new Word.Completed(899, "other", "Cancelled", "Cancelled by Trader", 0), new Word.CompletedEnd());
            case Request.Executions executions -> List.of(
                    execution(executions.reqId(), "a.01", Samples.vixCall(700, 20), 0.85),
                    new Word.Commission("a.01", 1.02, "USD"), new Word.ExecutionsEnd(executions.reqId()));
            case Request.Positions positions -> List.of(
                    new Word.Position(Bench.ACCOUNT, Samples.vixCall(700, 20), 1, true, 86.02),
                    new Word.PositionEnd());
            case Request.Summary summary -> List.of(
                    new Word.Summary(summary.reqId(), Bench.ACCOUNT, "NetLiquidation", "1000", "USD"),
                    new Word.SummaryEnd(summary.reqId()));
            default -> List.of();
        };
    }

    @Test
    void P16_theTruthIsReadInOrderAndTwoReadingsAgree() {
        bench.script = this::gateway;
        bench.room.readTruth(1);
        bench.step();
        assertThat(bench.requests).extracting(Object::getClass).extracting(Class::getSimpleName).containsExactly(
                "AllOpenOrders", "OpenOrders", "CompletedOrders", "Executions", "Positions", "Summary",
                "StopPositions", "StopSummary");
        assertThat(bench.asked(Request.Executions.class).get(0).days()).isEqualTo(7);
        OrderTruth truth = bench.told(Event.TruthRead.class).get(0).truth();
        assertThat(truth.open()).singleElement().extracting(Event.OrderSeen::filled).isEqualTo(1L);
        assertThat(truth.completed()).hasSize(1);
        assertThat(truth.executions()).extracting(Event.ExecutionSeen::execId).containsExactly("a.01");
        assertThat(truth.commissions()).containsExactly(new Event.CommissionSeen("a.01", Usd.of("1.02")));
        assertThat(truth.account().positions()).hasSize(1);
        assertThat(truth.executionsEnded()).isTrue();
        assertThat(truth.readOnly()).isFalse();
        assertThat(bench.told(Event.ExecutionSeen.class)).as("answers are in the truth alone").isEmpty();
        bench.pass(Duration.ofSeconds(10));
        bench.room.readTruth(2);
        bench.step();
        assertThat(bench.told(Event.TruthRead.class).get(1).truth().digest()).isEqualTo(truth.digest());
    }

    @Test
    void aChangedPositionChangesTheDigest() {
        bench.script = this::gateway;
        bench.room.readTruth(1);
        bench.step();
        bench.script = request -> request instanceof Request.Positions
                ? List.of(new Word.Position(Bench.ACCOUNT, Samples.vixCall(700, 20), 2, true, 86.02),
                        new Word.PositionEnd())
                : gateway(request);
        bench.room.readTruth(2);
        bench.step();
        List<Event.TruthRead> read = bench.told(Event.TruthRead.class);
        assertThat(read.get(0).truth().digest()).isNotEqualTo(read.get(1).truth().digest());
    }

    @Test
    void aReadOnlyGatewayStillTellsPositions() {
        bench.script = request -> switch (request) {
            case Request.AllOpenOrders all -> List.of(new Word.Error(-1, 321, "Read-Only mode"));
            case Request.OpenOrders own -> List.of(new Word.Error(Integer.MAX_VALUE, 321, "Read-Only mode"));
            default -> gateway(request);
        };
        bench.room.readTruth(1);
        bench.step();
        OrderTruth truth = bench.told(Event.TruthRead.class).get(0).truth();
        assertThat(truth.readOnly()).isTrue();
        assertThat(truth.account().positions()).hasSize(1);
        assertThat(bench.asked(Request.CompletedOrders.class)).isEmpty();
    }

    @Test
    void executionsWithoutEndAreNoEvidence() {
        bench.script = request -> request instanceof Request.Executions ? List.of() : gateway(request);
        bench.room.readTruth(1);
        bench.pass(Duration.ofSeconds(6));
        assertThat(bench.told(Event.TruthRead.class).get(0).truth().executionsEnded()).isFalse();
    }

    @Test
    void aMissingAnswerFailsTheReadingAndTheLink() {
        List<String> doubts = new ArrayList<>();
        bench.room.onDistrust(doubts::add);
        bench.script = request -> request instanceof Request.CompletedOrders ? List.of() : gateway(request);
        bench.room.readTruth(7);
        bench.pass(Duration.ofSeconds(16));
        assertThat(bench.told(Event.ReadFailed.class)).containsExactly(new Event.ReadFailed(7,
                "completed orders: no answer to 'completed orders' in 15 s"));
        assertThat(doubts).hasSize(1);
        assertThat(bench.asked(Request.Executions.class)).isEmpty();
    }

    @Test
    void aProofHasQuotesLevelsHoursAndARoundTrip() {
        bench.script = request -> switch (request) {
            case Request.Time time -> List.of(new Word.Time(Bench.START.toEpochMilli(), true));
            case Request.Details details when details.query().conId() == 700 -> List.of(
                    new Word.Details(details.reqId(), Samples.vixCall(700, 20)), new Word.DetailsEnd(details.reqId()));
            case Request.Details details -> List.of(new Word.Details(details.reqId(), Samples.index(3, "VIX")),
                    new Word.DetailsEnd(details.reqId()));
            case Request.Quotes quotes when quotes.query().conId() == 700 -> List.of(
                    new Word.Price(quotes.reqId(), 1, 0.80), new Word.Size(quotes.reqId(), 0, 9),
                    new Word.Price(quotes.reqId(), 2, 0.85), new Word.Size(quotes.reqId(), 3, 8));
            case Request.Quotes quotes -> List.of(new Word.Price(quotes.reqId(), 4, 17.92));
            default -> List.of();
        };
        bench.room.proveQuotes(3, List.of(CALL));
        bench.step();
        Event.QuotesProven proven = bench.told(Event.QuotesProven.class).get(0);
        assertThat(proven.quotes().get(CALL).ask()).isEqualTo(0.85);
        assertThat(proven.quotes().get(CALL).quality()).isEqualTo(Quality.LIVE);
        assertThat(proven.levels().get(InstrumentKey.of("VIX")).last()).isEqualTo(17.92);
        assertThat(proven.liquidUntil()).isEqualTo(Instant.parse("2026-11-17T21:15:00Z"));
        assertThat(proven.roundTripMillis()).isLessThanOrEqualTo(1000);
    }

    @Test
    void P18_noRoundTripNoProof() {
        bench.script = request -> List.of();
        bench.room.proveQuotes(3, List.of(CALL));
        bench.pass(Duration.ofSeconds(20));
        assertThat(bench.told(Event.ReadFailed.class)).containsExactly(
                new Event.ReadFailed(3, "no answer to 'current time' in 1 s"));
    }

    @Test
    void anOrderNeedsEveryLegsContractId() {
        var leg = new Lot.LotLeg(CALL, 1, Side.BUY);
        var order = new OrderRequest(51, REF, Bench.ACCOUNT, List.of(leg), Side.BUY, 1, Price.of("0.85"));
        assertThat(bench.room.place(order)).contains(new Request.Place(order, List.of(700)));
        var unknown = new Lot.LotLeg(InstrumentKey.of("VIX   261118C00099000"), 1, Side.SELL);
        var combo = new OrderRequest(52, REF, Bench.ACCOUNT, List.of(leg, unknown), Side.BUY, 1, Price.of("0.50"));
        assertThat(bench.room.place(combo)).isEmpty();
        assertThat(bench.told(Event.OrderNotWritten.class)).singleElement()
                .satisfies(told -> assertThat(told.because()).startsWith("E-CONTRACT"));
    }
}
