package alvh.simulator.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A tape played to a client made of printed frames; the time is a number of the test's. */
class ReplayRunTest {

    @TempDir
    Path folder;
    private final List<String> said = new ArrayList<>();
    private long now = 1_000_000;

    private ReplayRun run(Tape tape, boolean real) {
        try {
            ReplayTape read = ReplayTape.of(Recording.of(tape.write(folder.resolve("a.cap"))), null);
            Mask mask = new Mask(false);
            mask.learn(Recording.of(folder.resolve("a.cap")));
            ReplayRun run = new ReplayRun(read, real, 5000, said::add, mask);
            run.begin(now);
            return run;
        } catch (BadCapture | IOException bad) {
            throw new AssertionError(bad);
        }
    }

    private List<String> ask(ReplayRun run, String... printed) {
        for (String one : printed) {
            run.heard(Vectors.unprint(one), now);
        }
        return run.due(now).stream().map(ReplayRunTest::printed).toList();
    }

    private static String printed(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).replace('\0', '|');
    }

    private static Tape greeted() {
        return new Tape().hello(1, 178).sent(1, "71|2|17||").received(1, "15|1|DU1234567|").received(1, "9|1|100|");
    }

    @Test
    void anAnswerComesOnceAllThatWasAskedBeforeItHasBeenAskedAgain() {
        ReplayRun run = run(greeted().sent(1, "61|1|").sent(1, "5|1|").received(1, "62|1|").received(1, "53|1|"),
                false);
        assertThat(ask(run)).isEmpty();
        assertThat(ask(run, "71|2|17||")).containsExactly("15|1|DU1234567|", "9|1|100|");
        assertThat(ask(run, "61|1|")).isEmpty();
        assertThat(ask(run, "5|1|")).containsExactly("62|1|", "53|1|");
        assertThat(run.played()).isTrue();
        assertThat(said).isEmpty();
        assertThat(run.result()).isEqualTo(new ReplayRun.Result(3, 0, 4, 4));
    }

    @Test
    void anotherOrderOfTheSameQuestionsIsNoDifference() {
        ReplayRun run = run(greeted().sent(1, "61|1|").received(1, "62|1|").sent(1, "5|1|").received(1, "53|1|"),
                false);
        ask(run, "71|2|17||");
        assertThat(ask(run, "5|1|")).isEmpty();
        assertThat(ask(run, "61|1|")).containsExactly("62|1|", "53|1|");
        assertThat(run.result().differences()).isZero();
    }

    @Test
    void requestIdsOfTheLiveClientStandInTheAnswers() {
        ReplayRun run = run(
                new Tape().hello(1, 178).sent(1, "59|1|1|").sent(1, "2|1|7001|").sent(1, "78|7002|VIX||IND|13455763|")
                        .received(1, "76|7002|").received(1, "4|2|7002|200|none||").received(1, "4|2|-1|2104|fine||"),
                false);
        assertThat(ask(run, "59|1|1|", "2|1|11|", "78|12|VIX||IND|13455763|")).containsExactly("76|12|",
                "4|2|12|200|none||", "4|2|-1|2104|fine||");
        assertThat(said).isEmpty();
    }

    @Test
    void aCancelBelongsToTheRequestThatItsIdWasMatchedWith() {
        ReplayRun run = run(new Tape().hello(1, 178).sent(1, "78|1|VIX||IND|13455763|").sent(1, "78|2|SPX||IND|416904|")
                .sent(1, "2|1|1|").received(1, "9|1|1|").sent(1, "2|1|2|").received(1, "9|1|2|"), false);
        ask(run, "78|50|SPX||IND|416904|", "78|51|VIX||IND|13455763|");
        assertThat(ask(run, "2|1|50|")).as("the recorded second, so the first is still waited for").isEmpty();
        assertThat(ask(run, "2|1|51|")).containsExactly("9|1|1|", "9|1|2|");
        assertThat(said).isEmpty();
    }

    @Test
    void anotherSubjectIsAnotherQuestionAndAnotherDetailIsADifference() {
        ReplayRun run = run(new Tape().hello(1, 178).sent(1, "78|1|VIX||IND|13455763|").received(1, "76|1|")
                .sent(1, "59|1|1|").received(1, "9|1|1|"), false);
        assertThat(ask(run, "78|5|SPX||IND|416904|")).isEmpty();
        assertThat(said).singleElement().asString().contains("not in the recording: reqSecDefOptParams reqId=5",
                "SPX");
        assertThat(ask(run, "78|6|VIX||IND|13455763|")).containsExactly("76|6|");
        assertThat(ask(run, "59|1|3|")).containsExactly("9|1|1|");
        assertThat(said.getLast()).isEqualTo("differs  reqMarketDataType type=3: type · recorded 1 · got 3");
        assertThat(run.result().differences()).isEqualTo(2);
    }

    @Test
    void numbersAreComparedAsNumbers() {
        String recorded = Vectors.otherClients().stream().filter(f -> f.version() == 178 && f.body()[0] == '9')
                .map(f -> printed(f.body())).findFirst().orElseThrow();
        assertThat(recorded).contains("|20.0|");
        ReplayRun run = run(new Tape().hello(1, 178).sent(1, recorded).received(1, "52|1|2001|"), false);
        assertThat(ask(run, recorded.replace("|20.0|", "|20|"))).containsExactly("52|1|2001|");
        assertThat(said).isEmpty();
    }

    @Test
    void ordersFollowTheirIdsAndReferences() {
        List<Vectors.Frame> orders = Vectors.otherClients().stream()
                .filter(f -> f.version() == 178 && f.body()[0] == '3' && f.body()[1] == 0).toList();
        String recorded = printed(orders.getFirst().body());
        assertThat(recorded).startsWith("3|51|");
        ReplayRun run = run(new Tape().hello(1, 178).sent(1, recorded)
                .received(1, "3|51|Submitted|0|3|0|900|0|0|17||0|").received(1, "4|2|51|201|no||").received(1,
                        "3|77|Filled|1|0|1|901|0|0|0||0|"),
                false);
        assertThat(ask(run, recorded.replaceFirst("3\\|51\\|", "3|88|"))).containsExactly(
                "3|88|Submitted|0|3|0|900|0|0|17||0|", "4|2|88|201|no||", "3|77|Filled|1|0|1|901|0|0|0||0|");
        assertThat(said).isEmpty();
    }

    @Test
    void aQuestionThatNeverComesIsPassedOverAfterThePatienceAndSaid() {
        ReplayRun run = run(greeted().sent(1, "61|1|").received(1, "62|1|").sent(1, "5|1|").received(1, "53|1|"),
                false);
        ask(run, "71|2|17||");
        assertThat(run.patienceLeft(now)).isEqualTo(5000);
        now += 4999;
        assertThat(ask(run)).isEmpty();
        now += 1;
        assertThat(ask(run)).containsExactly("62|1|");
        assertThat(said).containsExactly("differs  not asked within 5 s: reqPositions ");
        assertThat(ask(run, "5|1|")).containsExactly("53|1|");
    }

    @Test
    void whatAClientThatLeftDidNotAskIsADifference() {
        ReplayRun run = run(greeted().sent(1, "61|1|").received(1, "62|1|"), false);
        ask(run, "71|2|17||");
        run.gone();
        assertThat(said).singleElement().asString().contains("left without asking: reqPositions");
        assertThat(run.result()).isEqualTo(new ReplayRun.Result(1, 1, 2, 3));
    }

    @Test
    void streamsThatAreNotEndedBeforeTheClientLeavesAreOnlyNoted() {
        ReplayRun run = run(greeted().sent(1, "78|1|VIX||IND|13455763|").received(1, "76|1|").sent(1, "2|1|1|").sent(1,
                "4|1|51||"), false);
        ask(run, "71|2|17||", "78|1|VIX||IND|13455763|");
        run.gone();
        assertThat(said).satisfiesExactly(
                cancel -> assertThat(cancel).isEqualTo("note  the client left without asking: cancelMktData reqId=1"),
                order -> assertThat(order)
                        .startsWith("differs  the client left without asking: cancelOrder orderId=51"));
        assertThat(run.result().differences()).isEqualTo(1);
    }

    @Test
    void theTimeIsAnsweredAtOnceByTheRecordedClockAndNeverRunsSlowerThanOurs() {
        Tape tape = new Tape().hello(1, 178).sent(1, "49|1|").received(1, "49|1|1795533300|").after(60_000)
                .sent(1, "61|1|").received(1, "62|1|");
        ReplayRun run = run(tape, false);
        assertThat(ask(run, "49|1|")).as("two milliseconds before the recorded answer").containsExactly(
                "49|1|1795533299|");
        now += 3000;
        assertThat(ask(run, "49|1|")).containsExactly("49|1|1795533302|");
        assertThat(ask(run, "61|1|")).containsExactly("62|1|");
        assertThat(ask(run, "49|1|")).as("the recording has gone on by a minute").containsExactly("49|1|1795533360|");
        assertThat(said).isEmpty();
        assertThat(run.result()).isEqualTo(new ReplayRun.Result(1, 0, 1, 1));
    }

    @Test
    void atRealSpeedAnswersKeepTheirPauses() {
        ReplayRun run = run(greeted().after(2000).received(1, "9|1|101|"), true);
        assertThat(ask(run, "71|2|17||")).as("recorded one to three milliseconds after the hello").isEmpty();
        now += 3;
        assertThat(ask(run)).containsExactly("15|1|DU1234567|", "9|1|100|");
        assertThat(run.patienceLeft(now)).isEqualTo(2001);
        now += 2000;
        assertThat(ask(run)).isEmpty();
        now += 1;
        assertThat(ask(run)).containsExactly("9|1|101|");
    }

    @Test
    void noAccountIsInWhatIsSaid() {
        ReplayRun run = run(new Tape().hello(1, 178).sent(1, "92|1|DU1234567||").received(1, "9|1|1|"), false);
        ask(run, "92|1|DU7654321||", "6|2|1|U2223334|");
        assertThat(said).hasSize(2).noneMatch(line -> line.matches(".*\\d{7}.*"));
        assertThat(said.getFirst()).contains("account · recorded DU*1 · got DU*2");
    }

    @Test
    void whatCannotBeReplayedIsASentence() throws Exception {
        Path newer = new Tape().hello(1, 203).write(folder.resolve("new.cap"));
        assertThatThrownBy(() -> ReplayTape.of(Recording.of(newer), null)).isInstanceOf(BadCapture.class)
                .hasMessageContaining("server version 203");
        Path silent = new Tape().record('O', 1, Tape.ascii("x")).write(folder.resolve("silent.cap"));
        assertThatThrownBy(() -> ReplayTape.of(Recording.of(silent), null)).hasMessageContaining("nothing to replay");
        Path one = new Tape().hello(1, 178).write(folder.resolve("one.cap"));
        assertThatThrownBy(() -> ReplayTape.of(Recording.of(one), 2)).hasMessageContaining("no link 2");
        byte[] hello = Tape.frame("200|now|");
        Path later = new Tape().record('K', 1, Tape.bytes(out -> {
            out.writeInt(0);
            out.writeByte(0);
            out.writeInt(0);
            out.writeInt(0);
            out.writeByte(0);
            out.writeInt(hello.length);
            out.write(hello);
        })).write(folder.resolve("later.cap"));
        assertThatThrownBy(() -> ReplayTape.of(Recording.of(later), null)).hasMessageContaining("from its hello on");
        assertThat(Files.exists(later)).isTrue();
    }

    /** Whoever was told of fills of an order that it never placed would have to halt. */
    @Test
    void anOrderThatDoesNotComeEndsTheReplayBeforeAnythingAboutItIsSent() {
        String order = Vectors.otherClients().stream().filter(f -> f.version() == 178)
                .map(f -> printed(f.body())).filter(text -> text.startsWith("3|51|")).findFirst().orElseThrow();
        for (String missing : List.of(order, "4|1|51||", "58|1|")) {
            said.clear();
            ReplayRun run = run(greeted().sent(1, missing).received(1, "3|51|Submitted|0|3|0|900|0|0|17||0|")
                    .received(1, "9|1|101|").sent(1, "61|1|").received(1, "62|1|"), false);
            assertThat(ask(run, "71|2|17||")).hasSize(2);
            now += 4999;
            assertThat(ask(run)).isEmpty();
            assertThat(run.ended()).isFalse();
            now += 1;
            assertThat(ask(run)).isEmpty();
            assertThat(run.ended()).isTrue();
            assertThat(ask(run, "61|1|")).as("nothing after the end").isEmpty();
            run.gone();
            assertThat(said).singleElement().asString().startsWith("differs  not asked within 5 s: ")
                    .contains("the replay ends here");
            assertThat(run.result()).isEqualTo(new ReplayRun.Result(2, 1, 2, 5));
        }
    }

    @Test
    void aTimeThatIsNoNumberIsPlayedAsItIs() {
        ReplayRun run = run(new Tape().hello(1, 178).sent(1, "78|7|VIX||IND|13455763|").received(1, "49|1|soon|"),
                false);
        assertThat(ask(run, "78|8|VIX||IND|13455763|")).containsExactly("49|1|soon|");
    }
}
