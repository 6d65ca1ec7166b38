package alvh.daemon.broker;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import alvh.daemon.desk.Event;
import alvh.planner.market.ChainListing;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.money.PriceIncrements;
import alvh.planner.signal.AdvanceDecline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole collection against a scripted broker that lists one VIX expiry and one short put of the book. */
class SnapshotTakerTest {
    private static final InstrumentKey KO_PUT = InstrumentKey.of("KO    261218P00070000");
    private static final LocalDate SETTLES = LocalDate.of(2026, 11, 18);
    private static final Map<String, Integer> IDS = new TreeMap<>(Map.of("SPX", 1, "XSP", 2, "VIX", 3, "VIX9D", 4,
            "VIX3M", 5, "VIX6M", 6, "VVIX", 7, "AD-NYSE", 8, "VRO", 9, "KO", 20));

    private final Bench bench = new Bench(5);
    private final List<MarketSnapshot> asked = new ArrayList<>();
    private double last = 17.92;
    private List<Double> breadth = List.of();

    SnapshotTakerTest() {
        bench.script = this::broker;
        bench.wanted = partial -> {
            asked.add(partial.market());
            return partial.market().listings().stream().filter(l -> l.tradingClass().equals("VIX"))
                    .filter(l -> l.settlement().equals(SETTLES))
                    .flatMap(l -> l.strikesMilli().stream().map(k -> InstrumentKey.option("VIX", SETTLES,
                            alvh.planner.market.Right.CALL, k)))
                    .collect(java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(),
                            calls -> Stream.concat(Stream.of(KO_PUT), calls.stream()).toList()));
        };
    }

    private List<Word> broker(Request request) {
        return switch (request) {
            case Request.Positions p -> List.of(new Word.Position(Bench.ACCOUNT,
                    Samples.option(30, KO_PUT.text(), "20261218", "20261218"), -2, true, 208.28),
                    new Word.PositionEnd());
            case Request.Summary s -> List.of(
                    new Word.Summary(s.reqId(), Bench.ACCOUNT, "NetLiquidation", "1000", "USD"),
                    new Word.SummaryEnd(s.reqId()));
            case Request.Details d -> details(d);
            case Request.OptionParams o when o.symbol().equals("VIX") -> List.of(
                    new Word.OptionParams(o.reqId(), "CBOE", "VIX", "100", List.of("20261117"),
                            List.of(19_000L, 20_000L, 21_000L, 22_000L)),
                    new Word.OptionParamsEnd(o.reqId()));
            case Request.OptionParams o -> List.of(new Word.OptionParamsEnd(o.reqId()));
            case Request.Rule r -> List.of(new Word.Rule(r.ruleId(), List.of(new PriceIncrements.Row(0, 100),
                    new PriceIncrements.Row(30_000, 500))));
            case Request.Bars b -> List.of(
                    new Word.Bar(b.reqId(), new DailyBars.Bar(LocalDate.of(2026, 11, 16), 1, 2, 0.5, 1.5)),
                    new Word.BarsEnd(b.reqId()));
            case Request.Quotes q when q.query().secType().equals("IND") -> q.query().symbol().equals("AD-NYSE")
                    ? breadth.stream().map(side -> (Word) new Word.Price(q.reqId(), breadth.indexOf(side) + 1, side))
                            .toList()
                    : List.of(new Word.Price(q.reqId(), 4, last));
            case Request.Quotes q when q.query().secType().equals("OPT") -> List
                    .of(new Word.Price(q.reqId(), 1, 1.00), new Word.Size(q.reqId(), 0, 1),
                            new Word.Price(q.reqId(), 2, 1.10), new Word.Size(q.reqId(), 3, 1),
                            new Word.Model(q.reqId(), 0.31));
            case Request.Quotes q -> List.of(new Word.Price(q.reqId(), 1, 1.00), new Word.Size(q.reqId(), 0, 1),
                    new Word.Price(q.reqId(), 2, 1.10), new Word.Size(q.reqId(), 3, 1));
            default -> List.of();
        };
    }

    private List<Word> details(Request.Details request) {
        Query query = request.query();
        List<Facts> facts = switch (query.secType()) {
            case "IND" -> List.of(Samples.index(IDS.get(query.symbol()), query.symbol()));
            case "STK" -> List.of(Samples.stock(IDS.getOrDefault(query.symbol(), 40), query.symbol()));
            case "FUT" -> List.of(Samples.future(50, "20261118"));
            default -> query.date().equals("20261117")
                    ? List.of(Samples.vixCall(61, 20), Samples.vixCall(62, 21),
                            Samples.option(63, "VIX   261125C00020000", "20261124", "20261125"))
                    : List.<Facts>of();
        };
        List<Word> words = new ArrayList<>();
        facts.forEach(f -> words.add(new Word.Details(request.reqId(), f)));
        words.add(new Word.DetailsEnd(request.reqId()));
        return words;
    }

    private MarketSnapshot take(long token) {
        bench.room.takeSnapshot(token, Bench.START);
        bench.pass(Duration.ofSeconds(8));
        return bench.told(Event.SnapshotTaken.class).stream().filter(s -> s.token() == token).findFirst()
                .orElseThrow(() -> new AssertionError(bench.events.toString())).market();
    }

    @Test
    void thePictureIsWholeAndWhatIsMissingIsNamed() {
        MarketSnapshot market = take(1);
        assertThat(market.asOf()).isEqualTo(Bench.START);
        assertThat(market.level("VIX").last()).isEqualTo(17.92);
        assertThat(market.quotes().keySet()).extracting(InstrumentKey::text).containsExactly("KO",
                "KO    261218P00070000", "VIX   261118C00020000", "VIX   261118C00021000");
        assertThat(market.quotes().values()).allMatch(quote -> quote.twoSided());
        assertThat(market.increments().get("VIX")).isEqualTo(PriceIncrements.of("0.01", "3", "0.05"));
        assertThat(market.bars()).containsKeys(InstrumentKey.of("SPX"), InstrumentKey.of("KO"),
                InstrumentKey.of("SPY"), InstrumentKey.of("VRO"));
        assertThat(market.missing()).containsOnlyKeys(InstrumentKey.of("AD-NYSE"), InstrumentKey.of("SPX"),
                InstrumentKey.of("XSP"));
        assertThat(market.missing().get(InstrumentKey.of("AD-NYSE"))).isEqualTo("no bid and no ask within 4 s");
        assertThat(market.missing().get(InstrumentKey.of("XSP"))).isEqualTo("the broker lists no options");
    }

    @Test
    void breadthIsReadFromBothSidesWithoutALastPrice() {
        breadth = List.of(1_900.0, 900.0);
        MarketSnapshot market = take(1);
        assertThat(AdvanceDecline.of(market.quote(InstrumentKey.of("AD-NYSE"))).net()).isEqualTo(1_000);
        assertThat(market.missing()).doesNotContainKey(InstrumentKey.of("AD-NYSE"));
        assertThat(market.levels()).doesNotContainKey(InstrumentKey.of("AD-NYSE"));
        assertThat(bench.asked(Request.Bars.class)).extracting(bars -> bars.query().symbol())
                .doesNotContain("AD-NYSE");
    }

    @Test
    void theBrokersOwnDeltasOfOptionsComeWithThePicture() {
        assertThat(take(1).modelDeltas()).containsOnlyKeys(KO_PUT, InstrumentKey.of("VIX   261118C00020000"),
                InstrumentKey.of("VIX   261118C00021000")).containsValue(0.31);
    }

    @Test
    void theSecondQuestionIsAskedWithTheStrikesThatReallyExist() {
        take(1);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).listings()).containsExactly(
                new ChainListing("VIX", SETTLES, List.of(19_000L, 20_000L, 21_000L, 22_000L)));
        assertThat(asked.get(1).listings())
                .containsExactly(new ChainListing("VIX", SETTLES, List.of(20_000L, 21_000L)));
        List<Query> chains = bench.asked(Request.Details.class).stream().map(Request.Details::query)
                .filter(query -> query.secType().equals("OPT")).toList();
        assertThat(chains).containsExactly(Query.chain("VIX", "VIX", "20261117", "C"));
    }

    @Test
    void theSecondPictureOfTheDayAsksForQuotesOnly() {
        take(1);
        int before = bench.requests.size();
        bench.pass(Duration.ofMinutes(5));
        last = 18.10;
        MarketSnapshot market = take(2);
        assertThat(market.level("VIX").last()).isEqualTo(18.10);
        assertThat(bench.requests.subList(before, bench.requests.size()))
                .noneMatch(r -> r instanceof Request.Details || r instanceof Request.Bars
                        || r instanceof Request.OptionParams || r instanceof Request.Rule);
        assertThat(market.bars()).isEqualTo(bench.told(Event.SnapshotTaken.class).get(0).market().bars());
    }

    @Test
    void aContractThatContradictsTheTableIsNotInThePicture() {
        MarketSnapshot market = take(1);
        assertThat(market.quotes()).doesNotContainKey(InstrumentKey.of("VIX   261125C00020000"));
        assertThat(bench.learned).extracting(KnownInstrument::conId).contains(61, 62).doesNotContain(63);
    }

    @Test
    void aLostLinkFailsThePictureHoweverMuchHasCome() {
        bench.script = request -> request instanceof Request.Bars ? List.of() : broker(request);
        bench.room.takeSnapshot(1, Bench.START);
        bench.pass(Duration.ofSeconds(6));
        bench.room.lost("reset");
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.told(Event.SnapshotTaken.class)).isEmpty();
        assertThat(bench.told(Event.ReadFailed.class)).extracting(Event.ReadFailed::token).containsExactly(1L);
        bench.script = this::broker;
        bench.room.up(200);
        assertThat(take(2).bars()).isNotEmpty();
    }

    @Test
    void picturesTakeTurns() {
        bench.room.takeSnapshot(1, Bench.START);
        bench.room.takeSnapshot(2, Bench.START.plusSeconds(60));
        bench.pass(Duration.ofSeconds(12));
        assertThat(bench.told(Event.SnapshotTaken.class)).extracting(Event.SnapshotTaken::token).containsExactly(1L,
                2L);
    }

    @Test
    void aSilentAccountFailsThePicture() {
        bench.script = request -> request instanceof Request.Summary ? List.of() : broker(request);
        bench.room.takeSnapshot(1, Bench.START);
        bench.pass(Duration.ofSeconds(20));
        assertThat(bench.told(Event.ReadFailed.class)).containsExactly(
                new Event.ReadFailed(1, "account summary: no answer to 'account summary' in time"));
    }
}
