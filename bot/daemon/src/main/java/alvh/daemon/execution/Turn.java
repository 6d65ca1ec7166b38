package alvh.daemon.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.money.Usd;

/**
 * One step being taken: the state taken apart, the records and commands collected. Lives for one call on one thread. All
 * records of a step go into one transaction, before every command but the urgent ones (a kill acts first).
 */
final class Turn {

    final ExecutionSettings settings;
    final Instant now;
    Books books;
    Readiness readiness;
    boolean up;
    long reading;
    /** The reading being taken in: its words come before its executions, so it answers for them itself. */
    long takingIn;
    boolean readAgain;
    boolean bookedSinceRead;
    long waitedToken;
    String lastDigest;
    AccountSnapshot account;
    List<Event.OrderSeen> others;
    int orderIdFloor;
    final SortedMap<Long, OrderRequest> forcing;
    final SortedMap<String, Run> runs;
    final SortedMap<String, Watch> watches;
    final SortedMap<String, Usd> earlyCommissions;
    final SortedMap<String, Boolean> noted;
    String stopping;
    long exitTicket;
    boolean journalLost;

    private long nextToken;
    private long nextTicket;
    private final List<Command> urgent = new ArrayList<>();
    private final List<JournalRecord> records = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();

    Turn(ExecutionState state, Instant now) {
        this.settings = state.settings();
        this.now = now;
        books = state.books();
        Session s = state.session();
        readiness = s.readiness();
        up = s.up();
        reading = s.reading();
        readAgain = s.readAgain();
        bookedSinceRead = s.bookedSinceRead();
        waitedToken = s.waitedToken();
        lastDigest = s.lastDigest();
        account = s.account();
        others = s.others();
        orderIdFloor = s.orderIdFloor();
        forcing = new TreeMap<>(s.forcing());
        runs = new TreeMap<>(s.runs());
        watches = new TreeMap<>(s.watches());
        earlyCommissions = new TreeMap<>(s.earlyCommissions());
        noted = new TreeMap<>(s.noted());
        stopping = s.stopping();
        exitTicket = s.exitTicket();
        journalLost = s.journalLost();
        nextToken = s.nextToken();
        nextTicket = s.nextTicket();
    }

    Step end() {
        List<Command> all = new ArrayList<>(urgent);
        if (!records.isEmpty() && !journalLost) {
            all.add(new Command.Append(records));
        }
        all.addAll(commands);
        Session session = new Session(readiness, up, reading, readAgain, bookedSinceRead, waitedToken, lastDigest,
                account,
                List.copyOf(others), orderIdFloor, nextToken, nextTicket, frozen(forcing), frozen(runs),
                frozen(watches), frozen(earlyCommissions), frozen(noted), stopping, exitTicket, journalLost);
        return new Step(new ExecutionState(settings, books, session), all);
    }

    private static <K, V> SortedMap<K, V> frozen(SortedMap<K, V> map) {
        return Collections.unmodifiableSortedMap(map);
    }

    LocalDate today() {
        return Books.day(now);
    }

    // ---- journal

    /** Appends to the journal, and to the state by the same fold. */
    void record(JournalRecord record) {
        books = JournalFold.apply(books, record);
        records.add(record);
    }

    /** Asks for stable storage of all recorded so far; the answer carries the ticket. */
    long force() {
        long ticket = nextTicket++;
        if (!journalLost) {
            commands.add(new Command.Force(ticket));
        }
        return ticket;
    }

    // ---- commands

    void command(Command command) {
        commands.add(command);
    }

    /** Done before the records of this step are written. */
    void urgent(Command command) {
        urgent.add(command);
    }

    void timer(String name, int seconds) {
        commands.add(new Command.SetTimer(name, Duration.ofSeconds(seconds)));
    }

    void stopTimer(String name) {
        commands.add(new Command.StopTimer(name));
    }

    void alert(String code, String text) {
        commands.add(new Command.Alert(code, text));
    }

    void post(Event event) {
        commands.add(new Command.Post(event));
    }

    long token() {
        return nextToken++;
    }

    /** Reads the truth; one reading at a time. Returns the token that a reading begun from now on has at least. */
    long readTruth() {
        if (!up) {
            return nextToken;
        }
        if (reading != 0) {
            readAgain = true;
            return nextToken;
        }
        reading = token();
        readAgain = false;
        bookedSinceRead = false;
        commands.add(new Command.ReadTruth(reading));
        return reading;
    }

    // ---- attempts

    Attempt attempt(String orderRef) {
        return books.attempts().get(orderRef);
    }

    IntentBook intentOf(Attempt attempt) {
        return books.intents().get(attempt.intentId());
    }

    /** Moves an attempt by the one table. A broker's word that goes backwards is noted once and changes nothing. */
    void move(String orderRef, AttemptState to, AttemptMoves.By by, String cause) {
        Attempt attempt = attempt(orderRef);
        if (attempt.state() == to) {
            return;
        }
        if (!AttemptMoves.allowed(attempt.state(), to, by)) {
            if (by == AttemptMoves.By.OURSELVES) {
                throw new IllegalStateException(
                        "a move of ours outside the table: " + attempt.state() + " to " + to + ", " + cause);
            }
            if (noted.put(orderRef + '|' + attempt.state() + '|' + to, true) == null) {
                record(new JournalRecord.BrokerWord("BACKWARD", attempt.orderId(), 0, orderRef,
                        attempt.state() + " stays, the word was " + to + " (" + cause + ")"));
            }
            return;
        }
        record(new JournalRecord.State(JournalFold.ATTEMPT, orderRef, attempt.state().name(), to.name(), cause, now));
    }

    /** One line for the screen about an order. */
    void progress(Attempt attempt, String words) {
        commands.add(new Command.Progress(attempt.intentId(), attempt.orderRef() + "  " + words));
    }

    /** Seconds since the order was sent, for the screen only. */
    String since(Attempt attempt) {
        double seconds = Duration.between(attempt.sentAt(), now).toMillis() / 1000.0;
        return String.format(Locale.ROOT, "%.1f s", Math.max(0, seconds));
    }
}
