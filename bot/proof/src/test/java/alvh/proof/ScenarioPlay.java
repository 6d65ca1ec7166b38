package alvh.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.Lot;
import alvh.planner.money.Usd;
import alvh.simulator.script.Line;
import alvh.simulator.script.Scenario;
import alvh.simulator.script.Step;
import alvh.simulator.script.When;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays a scenario's {@code person} and {@code expect} lines, in file order, with a real gateway and a real daemon; the
 * world's lines between them are typed into the gateway. What the lines can say:
 *
 * <pre>
 * person approve | reject | kill | resume | stop     the newest offer's hash, or the switch; stop is SIGTERM
 * expect offer N                                     a plan with N orders waits for an answer
 * expect nothing CODE                                the daily run decided nothing to do, and this reason is among them
 * expect done | partial | not-sent                   how the newest released plan closed
 * expect says WORDS                                  on the daemon's log
 * expect filled N                                    N intents have fills at the exchange
 * expect sold                                        a hedge lot was sold, at a profit (after stop)
 * expect agree                                       journal whole, ledger is the account, never two live orders (after stop)
 * expect no-orders                                   nothing ever reached the exchange
 * </pre>
 */
final class ScenarioPlay implements AutoCloseable {

    private final Path home;
    private final Scenario scenario;
    private final GatewayProcess gateway;
    private final RunningProcess daemon;
    private int read;

    /** @param nameOrFile as {@code --scenario} takes it */
    ScenarioPlay(Path home, Scenario scenario, String nameOrFile) {
        this.home = home;
        this.scenario = scenario;
        this.gateway = GatewayProcess.start(home, "--scenario", nameOrFile);
        String account = gateway.account();
        Homes.write(home, "account:\n  id: %s\ngateway:\n  port: %d\n".formatted(account, gateway.port()));
        this.daemon = DaemonProcess.start(home, "run");
    }

    void play() {
        boolean playing = false;
        for (Step step : scenario.steps()) {
            boolean ours = playing && step.when() instanceof When.InTurn;
            try {
                line(step, ours);
            } catch (AssertionError failed) {
                throw new AssertionError(scenario.name() + ":" + step.lineNumber() + "  " + step.text() + "\n"
                        + failed.getMessage() + "\n---- the daemon said\n" + daemon.text(), failed);
            }
            playing |= step.line() instanceof Line.Play;
        }
    }

    /** @param ours whether a line of the world is typed by us; else the gateway plays it by itself */
    private void line(Step step, boolean ours) {
        switch (step.line()) {
            case Line.Person person -> person(person.words());
            case Line.Expect expect -> expect(expect.words());
            case Line.World world -> {
                if (ours) {
                    gateway.play(step.text());
                }
            }
            case Line.Setup setup -> {
                // the gateway's own
            }
        }
    }

    private void person(List<String> words) {
        switch (words.getFirst()) {
            case "approve", "reject" -> {
                DaemonProcess.ready(daemon);
                verb(words.getFirst(), DaemonProcess.offered(daemon));
            }
            case "kill" -> verb("kill", "--reason", "scenario");
            case "resume" -> verb("resume", "--reason", "scenario", "--confirm", gateway.account());
            case "stop" -> DaemonProcess.stop(daemon);
            default -> throw unknown(words);
        }
    }

    private void verb(String... verb) {
        DaemonProcess.Ended ended = DaemonProcess.run(home, verb);
        assertThat(ended.exit()).as(ended.text()).isZero();
    }

    private void expect(List<String> words) {
        String rest = String.join(" ", words.subList(1, words.size()));
        switch (words.getFirst()) {
            case "offer" -> {
                next("waits 300 s for: scripts/alvh approve ");
                long orders = Long.parseLong(rest);
                String head = daemon.out().substring(daemon.out().lastIndexOf("5  THE PLAN"));
                assertThat(head.lines().map(line -> line.replaceFirst("^\\S+ INFO +", "").strip())
                        .filter(line -> line.matches("\\d  (Base|Acceleration|Contingency) .*"))).hasSize((int) orders);
            }
            case "nothing" -> next("nothing to do: ", rest);
            case "done", "partial", "not-sent" -> next(" " + words.getFirst().replace('-', '_').toUpperCase(Locale.ROOT)
                    + ": ");
            case "says" -> next(rest);
            case "filled" -> assertThat(gateway.truth().filledByIntent().values().stream().filter(n -> n > 0))
                    .hasSize(Integer.parseInt(rest, 10));
            case "no-orders" -> assertThat(gateway.truth().orders()).isEmpty();
            case "sold" -> sold();
            case "agree" -> agree();
            default -> throw unknown(words);
        }
    }

    /** The next line of the log that holds all of this; what came before it is not looked at again. */
    private void next(String... texts) {
        daemon.until(String.join(" ... ", texts), () -> {
            String[] lines = daemon.out().split("\n");
            for (int i = read; i < lines.length; i++) {
                String line = lines[i];
                if (List.of(texts).stream().allMatch(line::contains)) {
                    read = i + 1;
                    return true;
                }
            }
            return false;
        });
    }

    private void sold() {
        List<Lot> sold = JournalView.of(home).ledger().lots().values().stream()
                .filter(lot -> lot.intentId() != null && lot.openQuantity() < lot.quantity()).toList();
        assertThat(sold).as("hedge lots sold, in whole or in part").isNotEmpty();
        for (Lot lot : sold) {
            Usd costOfSold = lot.cost().minus(lot.openCost());
            assertThat(lot.proceeds()).as("proceeds of %s", lot.lotId()).isGreaterThan(costOfSold);
        }
    }

    private void agree() {
        JournalView journal = JournalView.of(home);
        assertThat(journal.damage()).isNull();
        assertThat(journal.positions()).isEqualTo(gateway.truth().positions());
        assertThat(gateway.truth().mostLiveOrdersOfOneIntent()).isLessThanOrEqualTo(1);
        SortedMap<String, Integer> filled = gateway.truth().filledByIntent();
        for (JournalRecord.Intent intent : journal.all(JournalRecord.Intent.class)) {
            assertThat(filled.getOrDefault(intent.intentId(), 0)).isLessThanOrEqualTo((int) intent.quantity());
        }
    }

    private AssertionError unknown(List<String> words) {
        return new AssertionError("no such line: " + words);
    }

    @Override
    public void close() {
        daemon.close();
        gateway.close();
    }
}
