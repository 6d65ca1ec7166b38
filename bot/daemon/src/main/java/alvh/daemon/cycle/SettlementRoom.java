package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.execution.ExecutionHandler;
import alvh.daemon.execution.ExecutionState;
import alvh.daemon.execution.OpenCase;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/**
 * Books settlements: from the daily bars at every reading; what no bar tells becomes a case at the close of the next
 * session, whose answer the order truth books, and five sessions later it counts as nothing. The desk's thread.
 */
final class SettlementRoom {

    private static final int PATIENCE_SESSIONS = 5;

    private final ExecutionHandler execution;
    private final Consumer<List<Command>> carryOut;

    SettlementRoom(ExecutionHandler execution, Consumer<List<Command>> carryOut) {
        this.execution = execution;
        this.carryOut = carryOut;
    }

    /** Books what the picture tells; gives sentences for people. */
    List<String> read(MarketSnapshot market, Instant now) {
        List<String> told = new ArrayList<>();
        if (!state().books().firstSight()) {
            return told;
        }
        for (InstrumentKey key : Settlements.due(state().ledger(), now)) {
            Optional<Usd> value = Settlements.value(key, market);
            if (value.isPresent()) {
                book(key, value.get(), "proven", Settlements.source(key), now);
                told.add(key + " settled at " + value.get().text() + " a contract by " + Settlements.source(key));
            }
        }
        return told;
    }

    /** At the end of a day: asks for what nobody told, and gives up on what nobody answered. */
    List<String> close(LocalDate today, Instant now) {
        List<String> told = new ArrayList<>();
        if (!state().books().firstSight()) {
            return told;
        }
        for (InstrumentKey key : Settlements.due(state().ledger(), now)) {
            int sessions = TradingCalendar.nyse().sessionsBetween(key.settlementDate(), today);
            if (sessions > PATIENCE_SESSIONS) {
                book(key, Usd.ZERO, OpenCase.WORTHLESS, "undecided after " + PATIENCE_SESSIONS + " sessions: credit 0",
                        now);
                told.add(key + " is booked as worth nothing: no value and no answer for " + PATIENCE_SESSIONS
                        + " sessions");
            } else if (sessions >= 1 || Settlements.asked(key)) {
                ask(key);
            }
        }
        return told;
    }

    private void ask(InstrumentKey key) {
        if (open(key).isPresent()) {
            return;
        }
        int id = state().books().nextCaseId();
        String question = "At what value did one contract of " + key + " end? Not known here: "
                + Settlements.source(key) + ". (worthless, or value 125.00; unanswered it counts as nothing after "
                + PATIENCE_SESSIONS + " sessions)";
        List<String> choices = OpenCase.SETTLEMENT_CHOICES;
        carryOut.accept(List.of(
                new Command.Append(List.of(new JournalRecord.CaseOpened(id, OpenCase.Kind.SETTLEMENT.name(),
                        key.text(), question, choices))),
                new Command.Alert("CASE-" + id, OpenCase.Kind.SETTLEMENT + " " + key.text() + ": " + question
                        + " Answer with: decide " + id + " " + String.join(" | ", choices))));
    }

    /** Books the value, and answers a question about it that is still open. */
    private void book(InstrumentKey key, Usd perContract, String decision, String because, Instant now) {
        List<JournalRecord> records = new ArrayList<>();
        records.add(new JournalRecord.Booked(Settlements.settled(state().ledger(), key, perContract, now)));
        open(key).ifPresent(
                c -> records.add(new JournalRecord.Decision(c.caseId(), decision, because, "daemon", now)));
        carryOut.accept(List.of(new Command.Append(records)));
    }

    private Optional<OpenCase> open(InstrumentKey key) {
        return state().cases().stream()
                .filter(c -> c.kind() == OpenCase.Kind.SETTLEMENT && c.subject().equals(key.text())).findFirst();
    }

    private ExecutionState state() {
        return execution.state();
    }
}
