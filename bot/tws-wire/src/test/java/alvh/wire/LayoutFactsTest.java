package alvh.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables against the protocol page: field by field, and by frames that the page's own layout writes. */
class LayoutFactsTest {

    private static final List<LayoutFacts.Message> MESSAGES = LayoutFacts.messages();

    static Stream<LayoutFacts.Message> messages() {
        return MESSAGES.stream();
    }

    @Test
    void everyMessageOfThePageHasATableAndEveryTableIsOnThePage() {
        assertThat(MESSAGES.stream().filter(LayoutFacts.Message::request).map(LayoutFacts.Message::id).toList())
                .isEqualTo(Stream.of(Outgoing.values()).map(Outgoing::id).toList());
        assertThat(MESSAGES.stream().filter(message -> !message.request()).map(LayoutFacts.Message::id).toList())
                .isEqualTo(Stream.of(Incoming.values()).map(Incoming::id).toList());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theTableSaysWhatThePageSays(LayoutFacts.Message message) {
        MessageTable table = message.table();
        if (table.kind() != Incoming.TICK_BY_TICK) { // the page writes "tickByTick…" for three callbacks
            assertThat(table.kind().title()).isEqualToIgnoringCase(message.name());
        }
        assertThat(table.since()).isEqualTo(message.since());
        compare(table.layout().nodes(), message.lines(), message.toString());
    }

    private static void compare(List<Node> nodes, List<LayoutFacts.Line> lines, String path) {
        assertThat(nodes).as(path).hasSameSizeAs(lines);
        for (int i = 0; i < nodes.size(); i++) {
            compare(nodes.get(i), lines.get(i), path + " / " + lines.get(i).text());
        }
    }

    private static void compare(Node node, LayoutFacts.Line line, String path) {
        switch (node) {
            case Node.Field field -> {
                assertThat(field.name()).as(path).isEqualTo(line.name());
                assertThat(field.type()).as(path).isEqualTo(FieldType.ofCode(line.code()));
                assertThat(versions(field.since(), field.until())).as(path).isEqualTo(versions(line));
                if (line.ordinary() != null) {
                    assertThat(field.ordinary()).as(path).isEqualTo(WireText.bytes(line.ordinary()));
                }
            }
            case Node.When when -> {
                assertThat(line.word(0)).as(path).isEqualTo("when");
                if (when.on() != null) {
                    assertThat(when.on().name()).as(path).isEqualTo(line.word(1));
                }
                compare(when.nodes(), line.below(), path); // what it looks for, the frames below tell
            }
            case Node.Choice choice -> {
                assertThat(line.text()).as(path).isEqualTo("choose " + choice.on().name());
                assertThat(choice.branches().keySet()).as(path).containsExactlyInAnyOrderElementsOf(
                        line.below().stream().map(branch -> Integer.parseInt(branch.word(1))).toList());
                line.below().forEach(branch -> compare(choice.branches().get(Integer.parseInt(branch.word(1))),
                        branch.below(), path + " / " + branch.text()));
            }
            case Node.Repeat list -> {
                assertThat(line.text()).as(path).startsWith("list " + list.name());
                assertThat(versions(list.since(), list.until())).as(path).isEqualTo(versions(line));
                compare(list.layout().nodes(), withChoice(line), path);
            }
        }
    }

    /** Conditions: the page gives their cases without a word for the choice. */
    private static List<LayoutFacts.Line> withChoice(LayoutFacts.Line list) {
        List<LayoutFacts.Line> cases = list.below().stream().filter(line -> line.starts("case")).toList();
        return cases.isEmpty()
                ? list.below()
                : List.of(list.below().getFirst(), new LayoutFacts.Line("choose type", cases));
    }

    private static List<Integer> versions(LayoutFacts.Line line) {
        return IntStream.rangeClosed(ServerVersions.MIN, ServerVersions.MAX).filter(line::at).boxed().toList();
    }

    private static List<Integer> versions(int since, int until) {
        return IntStream.rangeClosed(ServerVersions.MIN, ServerVersions.MAX)
                .filter(version -> version >= since && version <= until).boxed().toList();
    }

    /** Texts that open every group, some of them, none of them. */
    private static final List<Map<String, String>> VARIANTS = List.of(
            Map.of("secType", "BAG", "exchange", "IBKRATS", "orderType", "PEG BEST", "competeAgainstBestOffset",
                    "Infinity", "hasDeltaNeutralContract", "1", "conditions", "6", "kind", "1"),
            Map.of("secType", "FUND", "orderType", "PEG BENCH", "hasDeltaNeutralContract", "1", "kind", "2"),
            Map.of("orderType", "PEG MID", "hasDeltaNeutralContract", "0", "kind", "3", "hidden", "1"),
            Map.of("orderType", "PEGBENCH", "hasDeltaNeutralContract", "0", "kind", "4"),
            Map.of("orderType", "PEGBEST", "competeAgainstBestOffset", "0.5", "kind", "3", "conditions", "0",
                    "hasDeltaNeutralContract", "0"),
            Map.of("deltaNeutralOrderType", "", "scalePriceIncrement", "", "hedgeType", "", "algoStrategy", "",
                    "hasDeltaNeutralContract", "0", "kind", "4", "conditions", "0", "exchange", "SMART"));

    @ParameterizedTest
    @MethodSource("messages")
    void framesOfThePageReadByNameAndComeBackAtEveryVersion(LayoutFacts.Message message) {
        for (int version = Math.max(message.since(), ServerVersions.MIN); version <= ServerVersions.MAX; version++) {
            for (Map<String, String> forced : VARIANTS) {
                FactFrame frame = new FactFrame(message, version, forced);
                WireMessage read = message.request()
                        ? FrameCodec.decodeOutgoing(frame.bytes(), version, Strictness.STRICT)
                        : FrameCodec.decodeIncoming(frame.bytes(), version, Strictness.STRICT);
                List<String> found = new ArrayList<>();
                texts(read.layout().nodes(), read, "", found);
                assertThat(found).as("%s at %d", message, version).containsExactlyInAnyOrderElementsOf(frame.found());
                assertThat(FrameCodec.print(FrameCodec.encode(read, version))).as("%s at %d", message, version)
                        .isEqualTo(FrameCodec.print(frame.bytes()));
            }
        }
    }

    private static void texts(List<Node> nodes, Fields<?> message, String path, List<String> into) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Field field -> {
                    if (message.has(field.name())) {
                        into.add(path + field.name() + " = " + message.text(field.name()));
                    }
                }
                case Node.When when -> texts(when.nodes(), message, path, into);
                case Node.Choice choice -> texts(
                        choice.branches().getOrDefault(Integer.parseInt(message.text(choice.on().name())), List.of()),
                        message, path, into);
                case Node.Repeat list -> {
                    List<WireMessage.Group> groups = message.list(list.name());
                    for (int i = 0; i < groups.size(); i++) {
                        WireMessage.Group group = groups.get(i);
                        String place = list.name() + (group.knows("type") && list.name().equals("conditions")
                                ? group.text("type")
                                : i) + ".";
                        texts(list.layout().nodes(), group, path + place, into);
                    }
                }
            }
        }
    }

    /** Numbers of fields that the page tells in words, or that its row numbers give. */
    @ParameterizedTest
    @CsvSource({"EXEC_DETAILS,176,177,31", "EXEC_DETAILS,178,197,32", "EXEC_DETAILS,198,200,33",
            "CONTRACT_DETAILS,176,181,40", "CONTRACT_DETAILS,182,185,41", "CONTRACT_DETAILS,186,200,42",
            "BOND_CONTRACT_DETAILS,176,187,36", "BOND_CONTRACT_DETAILS,188,200,39", "POSITION,176,200,16",
            "UPDATE_PORTFOLIO,176,200,20", "POSITION_MULTI,176,200,18", "ORDER_STATUS,176,200,12",
            "TICK_PRICE,176,200,7", "ERROR,176,193,6", "ERROR,194,200,6", "HISTORICAL_DATA,176,195,5",
            "HISTORICAL_DATA,196,200,3", "HISTORICAL_DATA_END,196,200,4", "COMPLETED_ORDERS_END,176,200,1"})
    void fieldsOfAnswers(Incoming kind, int from, int to, int fields) {
        for (int version = from; version <= to; version++) {
            assertThat(fields(WireMessage.of(kind), version)).as("at %d", version).isEqualTo(fields);
        }
    }

    @ParameterizedTest
    @CsvSource({"REQ_CONTRACT_DETAILS,176,200,19", "REQ_HISTORICAL_DATA,176,200,23", "REQ_EXECUTIONS,176,199,10",
            "REQ_EXECUTIONS,200,200,12", "CANCEL_ORDER,176,186,4", "CANCEL_ORDER,187,189,7", "CANCEL_ORDER,190,191,4",
            "CANCEL_ORDER,192,200,5", "REQ_GLOBAL_CANCEL,176,191,2", "REQ_GLOBAL_CANCEL,192,200,3",
            "REQ_MKT_DATA,176,200,20", "EXERCISE_OPTIONS,176,179,18", "EXERCISE_OPTIONS,180,182,19",
            "EXERCISE_OPTIONS,183,183,20", "EXERCISE_OPTIONS,184,200,21"})
    void fieldsOfRequests(Outgoing kind, int from, int to, int fields) {
        for (int version = from; version <= to; version++) {
            assertThat(fields(WireMessage.of(kind), version)).as("at %d", version).isEqualTo(fields);
        }
    }

    @Test
    void aFundHasSeventeenFieldsMoreFrom179() {
        for (int version = ServerVersions.MIN; version <= ServerVersions.MAX; version++) {
            int more = fields(WireMessage.of(Incoming.CONTRACT_DETAILS).set("secType", "FUND"), version)
                    - fields(WireMessage.of(Incoming.CONTRACT_DETAILS), version);
            assertThat(more).as("at %d", version).isEqualTo(version >= 179 ? 17 : 0);
        }
    }

    private static int fields(WireMessage message, int version) {
        return (int) FrameCodec.print(FrameCodec.encode(message, version)).chars().filter(c -> c == '|').count();
    }
}
