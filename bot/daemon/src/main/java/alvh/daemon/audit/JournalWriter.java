package alvh.daemon.audit;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.Ports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to the database. Appends are queued, what waits together is committed together, and a
 * wanted force follows the commit as one CHECKPOINT SYNC. A failed write or sync is never retried: it is told as
 * {@link Event.JournalLost} and everything after it is refused. The thread is never interrupted.
 */
public final class JournalWriter implements Ports.Journal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final int MAX_PAYLOAD_BYTES = 4096;

    private sealed interface Task {
        record Append(List<JournalRecord> records) implements Task {}

        record Blob(String hash, String kind, String text) implements Task {}

        record Force(long ticket) implements Task {}

        record Job(Work work, String what) implements Task {}

        record Close(boolean compact) implements Task {}
    }

    /** Work for the database thread with the owner's rights. */
    @FunctionalInterface
    interface Work {
        void run(Database database) throws SQLException;
    }

    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Database database;
    private final JournalTable table;
    private final Projector projector;
    private final Consumer<Event> desk;
    private final Ports.ExchangeTime time;
    private final Ports.Ticker ticker;
    private boolean lost;

    /** Call {@link #start} next. {@code desk} hears of finished forces and of a lost journal, on the writer's thread. */
    public JournalWriter(Database database, Consumer<Event> desk, Ports.ExchangeTime time, Ports.Ticker ticker)
            throws SQLException {
        this.database = database;
        this.table = new JournalTable(database.owner());
        this.projector = new Projector(database.owner(), table.records());
        this.desk = desk;
        this.time = time;
        this.ticker = ticker;
    }

    public JournalWriter start() {
        Thread thread = new Thread(this::run, "database");
        thread.setDaemon(false);
        thread.start();
        return this;
    }

    @Override
    public void append(List<JournalRecord> records) {
        queue.add(new Task.Append(List.copyOf(records)));
    }

    @Override
    public void blob(String hash, String kind, String text) {
        queue.add(new Task.Blob(hash, kind, text));
    }

    @Override
    public void force(long ticket) {
        queue.add(new Task.Force(ticket));
    }

    /** Done once everything appended so far is committed, and so visible to readers. */
    public CompletableFuture<Void> written() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        onDatabaseThread("readers wait", ignored -> done.complete(null));
        return done;
    }

    /** Runs work on the database thread, after everything queued before it. */
    void onDatabaseThread(String what, Work work) {
        queue.add(new Task.Job(work, what));
    }

    @Override
    public void close() {
        close(false);
    }

    /** Writes out what is queued, closes the file and waits for it; compacting shrinks it for the night. */
    public void close(boolean compact) {
        queue.add(new Task.Close(compact));
        try {
            if (!closed.await(30, TimeUnit.SECONDS)) {
                LOG.error("the database did not close within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Task> batch = new ArrayList<>();
        boolean open = true;
        while (open) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                LOG.warn("someone interrupted the database thread; it goes on");
                continue;
            }
            queue.drainTo(batch);
            open = work(batch);
        }
        closed.countDown();
    }

    /** One batch: one transaction, at most one sync; false when the last task closed the file. */
    private boolean work(List<Task> batch) {
        List<Long> tickets = new ArrayList<>();
        Task.Close close = null;
        try {
            for (Task task : batch) {
                switch (task) {
                    case Task.Append a -> write(a.records());
                    case Task.Blob b -> table.blob(b.hash(), b.kind(), b.text());
                    case Task.Force f -> tickets.add(f.ticket());
                    case Task.Job j -> {
                        table.commit();
                        j.work().run(database);
                    }
                    case Task.Close c -> close = c;
                }
            }
            if (!lost) {
                table.commit();
                if (!tickets.isEmpty() || close != null) {
                    table.checkpointSync();
                }
                tickets.forEach(t -> desk.accept(new Event.Forced(t)));
            }
        } catch (SQLException | RuntimeException e) {
            lose(e);
        }
        return close == null || !shut(close.compact());
    }

    private void write(List<JournalRecord> records) throws SQLException {
        if (lost) {
            return;
        }
        for (JournalRecord entry : records) {
            String payload = JournalJson.write(entry);
            if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
                String hash = table.textBlob("PAYLOAD", payload);
                payload = JournalTable.payloadInBlob(hash);
            }
            Instant now = time.now();
            long micros = Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000L), now.getNano() / 1000);
            long lsn = table.append(RecordTypes.name(entry), entry, micros, ticker.nanos(), payload);
            projector.apply(lsn, entry);
        }
    }

    private void lose(Exception e) {
        if (!lost) {
            lost = true;
            LOG.error("the journal cannot be written any more: {}", e.getMessage(), e);
            desk.accept(new Event.JournalLost(String.valueOf(e.getMessage())));
        }
    }

    private boolean shut(boolean compact) {
        try {
            if (compact && !lost) {
                database.closeCompacted();
            } else {
                database.close();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.error("the database did not close cleanly: {}", e.getMessage());
        }
        return true;
    }
}
