package alvh.wire;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import alvh.wire.WireException.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Messages that the protocol page names without a layout are refused by number, whatever follows. */
class NotDescribedTest {

    /** Ids and names as the page lists them under "Not described". */
    record Group(String ids, String what) {

        IntStream numbers() {
            return Stream.of(ids.split(", ")).flatMapToInt(part -> {
                String[] ends = part.split("-");
                return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
            });
        }
    }

    static final List<Group> REQUESTS = List.of(new Group("18, 19", "financial-advisor configuration"),
            new Group("22-24", "scanner"), new Group("52, 53", "fundamentals"),
            new Group("65-70, 72, 73", "verification and display groups"), new Group("79", "soft-dollar tiers"),
            new Group("80", "family codes"), new Group("82", "depth exchanges"), new Group("83", "smart components"),
            new Group("84-86", "news"), new Group("88, 89", "histogram"), new Group("100-103", "event calendar"));

    static final List<Group> ANSWERS = List.of(new Group("16", "receiveFA"), new Group("19, 20", "scanner"),
            new Group("47", "tickEFP"), new Group("51", "fundamentals"), new Group("56", "deltaNeutralValidation"),
            new Group("65-70", "verification and display groups"), new Group("77", "soft-dollar tiers"),
            new Group("78", "family codes"), new Group("80", "depth exchanges"), new Group("82", "smart components"),
            new Group("83-87", "news"), new Group("89", "histogram"), new Group("92", "rerouteMktDepthReq"),
            new Group("103", "replaceFAEnd"), new Group("104, 105", "event calendar"));

    static IntStream requests() {
        return REQUESTS.stream().flatMapToInt(Group::numbers);
    }

    static IntStream answers() {
        return ANSWERS.stream().flatMapToInt(Group::numbers);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestsWithoutALayout(int id) {
        assertThat(Outgoing.ofId(id)).isEmpty();
        for (Strictness strictness : Strictness.values()) {
            assertThatThrownBy(() -> FrameCodec.decodeOutgoing(Vectors.unprint(id + "|1|7|"), 200, strictness))
                    .isInstanceOfSatisfying(WireException.class, error -> isUnknown(error, id));
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersWithoutALayout(int id) {
        assertThat(Incoming.ofId(id)).isEmpty();
        byte[] body = Vectors.unprint(id + "|1|7|");
        for (Strictness strictness : Strictness.values()) {
            assertThatThrownBy(() -> FrameCodec.decodeIncoming(body, 200, strictness))
                    .isInstanceOfSatisfying(WireException.class, error -> isUnknown(error, id));
        }
        assertThatThrownBy(() -> new AnswerReader().read(body, 200)).isInstanceOfSatisfying(WireException.class,
                error -> isUnknown(error, id));
    }

    private static void isUnknown(WireException error, int id) {
        assertThat(error.problem()).isEqualTo(Problem.UNKNOWN_MESSAGE);
        assertThat(error.text()).isEqualTo(Integer.toString(id));
    }
}
