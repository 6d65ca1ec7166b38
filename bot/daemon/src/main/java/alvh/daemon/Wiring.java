package alvh.daemon;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import alvh.daemon.approval.ApprovalDesk;
import alvh.daemon.approval.ApprovalSettings;
import alvh.daemon.approval.Collar;
import alvh.daemon.audit.AuditLog;
import alvh.daemon.audit.Backup;
import alvh.daemon.audit.Database;
import alvh.daemon.audit.InstrumentTable;
import alvh.daemon.audit.JournalWriter;
import alvh.daemon.broker.BrokerSession;
import alvh.daemon.broker.BrokerSettings;
import alvh.daemon.broker.Capture;
import alvh.daemon.broker.ClientInUse;
import alvh.daemon.broker.ExchangeClock;
import alvh.daemon.broker.KnownInstrument;
import alvh.daemon.broker.Partial;
import alvh.daemon.config.Setting;
import alvh.daemon.config.Settings;
import alvh.daemon.console.Feed;
import alvh.daemon.cycle.BreadthRecorder;
import alvh.daemon.cycle.HedgeCycle;
import alvh.daemon.cycle.RunEvent;
import alvh.daemon.cycle.Settlements;
import alvh.daemon.desk.Command;
import alvh.daemon.desk.Desk;
import alvh.daemon.desk.ElapsedTimers;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Event.Job;
import alvh.daemon.desk.Handler;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.Ports;
import alvh.daemon.execution.ExecutionHandler;
import alvh.daemon.execution.ExecutionSettings;
import alvh.daemon.execution.ExecutionState;
import alvh.daemon.files.OwnData;
import alvh.daemon.ops.ConsentWatch;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.KillFile;
import alvh.daemon.ops.KillWatch;
import alvh.daemon.ops.LiveConsent;
import alvh.daemon.schedule.CronTicker;
import alvh.daemon.schedule.Crons;
import alvh.daemon.schedule.QuartzSchedule;
import alvh.planner.HedgePlanner;
import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.LevelFold;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.AccountKind;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.HedgeSettings;

/**
 * The one place where the daemon is put together, in the order of the data flow; and the only one where the system's
 * clocks are named. Constructors only.
 */
final class Wiring implements AutoCloseable {

    static final String VERSION = "0.1.0";
    /** The system's clocks, named here and nowhere else. */
    static final InstantSource SYSTEM_TIME = InstantSource.system();
    static final Ports.Ticker ELAPSED = System::nanoTime;

    private final Home home;
    private final Settings settings;
    private final Feed feed = new Feed();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final Ports.Ticker ticker = ELAPSED;
    private final ExchangeClock clock;
    private final Database database;
    private final AuditLog audit;
    private final JournalWriter journal;
    private final Capture capture;
    private final BrokerSession broker;
    private final ExecutionHandler execution;
    private final HedgeCycle cycle;
    private final ElapsedTimers timers;
    private final Desk desk;
    private final KillFile killFile;
    private final KillWatch killWatch;
    private final Handler schedule;

    /** Why a home cannot be used with these settings: an exit code and a sentence. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final int exitCode;

        Refused(int exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    /**
     * Opens the journal, proves it whole, and builds the rooms; nothing runs before {@link #start}.
     *
     * @param scheduled false for a plan by hand, which must not take a window's one outcome
     */
    Wiring(Home home, Settings settings, OwnData own, boolean scheduled)
            throws Refused, Database.OpenFailure, IOException, SQLException {
        this.home = home;
        this.settings = settings;
        this.clock = new ExchangeClock(settings.accountKind(), SYSTEM_TIME, ticker);
        this.database = Database.open(home.folder());
        this.audit = new AuditLog(database, home.folder());
        List<JournalRecord> past = proven(audit, settings);
        this.killFile = new KillFile(home);

        // The desk is the one queue; whoever is built before it posts through the field.
        this.timers = new ElapsedTimers(this::post);
        this.journal = new JournalWriter(database, this::post, clock, ticker);
        InstrumentTable instruments = new InstrumentTable(database, journal);
        HedgeSettings hedge = settings.hedge().withOwnScenarios(own.scenarios());
        this.capture = recorder();
        this.broker = new BrokerSession(broker(settings), this::post, clock, ticker, known(instruments),
                k -> learned(instruments, k), partial -> wanted(partial, hedge));
        this.desk = new Desk(broker, journal, timers, feed, clock, this::end);

        JournalRecord.Epoch epoch = new JournalRecord.Epoch(audit.lastEpoch() + 1, ProcessHandle.current().pid(),
                hostName(),
                VERSION, settings.hash(), settings.accountId());
        List<JournalRecord> records = new ArrayList<>(past);
        records.add(epoch);
        this.execution = new ExecutionHandler(ExecutionState.restore(execution(settings), records));
        ApprovalSettings approval = approval(settings);
        BreadthRecorder breadth = new BreadthRecorder(past, own.series());
        this.cycle = new HedgeCycle(
                new HedgeCycle.Neighbours(ApprovalDesk.restore(approval, records), execution, journal, ticker,
                        desk::carryOut, feed::publish, this::keepSafe, breadth::addTo),
                HedgePlanner::plan, hedge, own.files(), storedLevels(past), records, VERSION);
        Crons crons = new Crons(crons(settings));
        this.schedule = !scheduled
                ? (event, now) -> List.of()
                : settings.accountKind() == AccountKind.SIMULATED
                        ? new CronTicker(crons)
                        : new QuartzSchedule(crons, this::post);
        this.killWatch = new KillWatch(killFile, () -> execution.state().killed());
        SessionEnd sessionEnd = new SessionEnd();
        Handler consent = settings.accountKind() == AccountKind.LIVE
                ? new ConsentWatch(now -> LiveConsent.missing(home, settings.accountId(), now))
                : (event, now) -> List.of();
        desk.listen(List.of(sessionEnd, killWatch, consent, execution, breadth, cycle, schedule));

        journal.append(List.of(epoch, new JournalRecord.Config(settings.hash(), settings.effective())));
        ClientInUse client = ClientInUse.find();
        if (!client.own()) {
            journal.append(List.of(new JournalRecord.JournalLine("tws client", client.words(), "")));
        }
        if (settings.accountKind() == AccountKind.LIVE) {
            journal.append(List.of(new JournalRecord.JournalLine("live consent", LiveConsent.words(home), "")));
        }
        journal.force(0);
    }

    /** A session that can never work ends the process with its own exit code. */
    private static final class SessionEnd implements Handler {
        @Override
        public List<Command> on(Event event, Instant now) {
            return event instanceof Event.SessionRefused r
                    ? List.of(new Command.Exit(r.exitCode(), code(r.exitCode()) + "  " + r.because()))
                    : List.of();
        }

        private static String code(int exitCode) {
            return switch (exitCode) {
                case 10 -> "E-ACCT-ID";
                case 11 -> "E-ACCT-KIND";
                case 12 -> "E-CLIENT-ID";
                case 15 -> "E-GATEWAY";
                default -> "E-SESSION";
            };
        }
    }

    private static List<JournalRecord> proven(AuditLog audit, Settings settings) throws Refused, IOException {
        AuditLog.Verification verification = audit.verify();
        if (verification.damage() != null) {
            throw new Refused(7, "E-JOURNAL  the journal is damaged · " + verification.damage()
                    + " · nothing was started and nothing repaired: see it with scripts/alvh audit verify, restore the last"
                    + " backup, and reconcile the gap with the broker");
        }
        List<JournalRecord> past = List.copyOf(audit.records(1).values());
        String account = past.stream().filter(JournalRecord.Epoch.class::isInstance)
                .map(r -> ((JournalRecord.Epoch) r).account()).reduce((a, b) -> b).orElse(settings.accountId());
        if (!account.equals(settings.accountId())) {
            int code = AccountKind.ofAccount(account) == settings.accountKind() ? 10 : 11;
            throw new Refused(code, "E-HOME-ACCT  this home belongs to another account · got account.id "
                    + settings.accountId() + " · expected " + account + " · nothing was touched: take another --home");
        }
        return past;
    }

    /** What the planner wants, and stocks whose bars alone are wanted: their options wait for a settlement value. */
    private List<InstrumentKey> wanted(Partial partial, HedgeSettings hedge) {
        Ledger ledger = execution().state().ledger();
        Set<InstrumentKey> keys = new LinkedHashSet<>(
                HedgePlanner.wanted(levels(), partial.account(), ledger, partial.market(), hedge));
        keys.addAll(Settlements.stocks(ledger, partial.market().takenAt()));
        keys.addAll(cycle.marksWanted(partial.market().asOf()));
        return List.copyOf(keys);
    }

    /** End of a day: checkpoint and backup on the database thread; what fails is said and written down. */
    private void keepSafe(LocalDate day) {
        Backup.ofDay(journal, audit, home.folder(), day, because -> {
            feed.alert("W-BACKUP", because + "; the journal itself is not touched");
            desk.submit(() -> {
                desk.carryOut(List.of(new Command.Append(
                        List.of(new JournalRecord.JournalLine("backup " + day, because, "")))));
                return null;
            });
        });
    }

    private BrokerSettings broker(Settings s) {
        return new BrokerSettings(s.text(Setting.GATEWAY_HOST), s.whole(Setting.GATEWAY_PORT),
                s.whole(Setting.GATEWAY_CLIENT_ID), s.accountId(), s.accountKind(), s.whole(Setting.GATEWAY_LINES),
                s.flag(Setting.DATA_ALLOW_DELAYED), capture);
    }

    /** Null where it is off; what it has to say is said and written down, once there is a desk: see {@link #start}. */
    private Capture recorder() {
        if (settings.text(Setting.GATEWAY_CAPTURE).equals("off")) {
            return null;
        }
        return Capture.of(home.capture(), SYSTEM_TIME, trouble -> {
            feed.alert("W-CAPTURE", trouble);
            desk().submit(() -> {
                desk().carryOut(List.of(new Command.Append(
                        List.of(new JournalRecord.JournalLine("capture", trouble, "")))));
                return null;
            });
        });
    }

    private static List<KnownInstrument> known(InstrumentTable table) {
        return table.all().stream().map(r -> new KnownInstrument(r.conId(), InstrumentKey.of(r.key()), r.tradingClass(),
                r.lastTrade(), r.multiplier(), r.ruleId())).toList();
    }

    private static void learned(InstrumentTable table, KnownInstrument k) {
        table.learn(new InstrumentTable.Row(k.conId(), k.key().text(), k.tradingClass(), k.lastTrade(), k.multiplier(),
                k.ruleId()), k.key().secType().name());
    }

    private static ExecutionSettings execution(Settings s) {
        return new ExecutionSettings(s.accountKind(), s.accountId(), s.whole(Setting.GATEWAY_CLIENT_ID),
                s.flag(Setting.DATA_ALLOW_DELAYED), ExecutionSettings.Limits.DEFAULTS);
    }

    private static ApprovalSettings approval(Settings s) {
        ExecutionSettings.Limits limits = ExecutionSettings.Limits.DEFAULTS;
        return new ApprovalSettings(
                ApprovalSettings.Mode.valueOf(s.text(Setting.APPROVAL_MODE).toUpperCase(Locale.ROOT).replace('-', '_')),
                s.usd(Setting.APPROVAL_HUMAN_ABOVE), s.flag(Setting.APPROVAL_STANDING_HARVEST),
                new Collar(limits.vixCeiling(), limits.spreadCeilingShare()), s.flag(Setting.DATA_ALLOW_DELAYED));
    }

    private static Map<Job, String> crons(Settings s) {
        return Map.of(Job.DAILY, s.text(Setting.SCHEDULE_DAILY), Job.MARKS, s.text(Setting.SCHEDULE_MARKS), Job.WEEKLY,
                s.text(Setting.SCHEDULE_WEEKLY), Job.END_OF_DAY, s.text(Setting.SCHEDULE_END_OF_DAY), Job.EXECUTIONS,
                "0 2/5 9-16 ? * MON-FRI", Job.BREADTH, "30 59 15 ? * MON-FRI", Job.BREADTH_LATER,
                "0 5 16 ? * MON-FRI");
    }

    private static LayerLevels storedLevels(List<JournalRecord> past) {
        return past.stream().filter(JournalRecord.Levels.class::isInstance)
                .map(r -> ((JournalRecord.Levels) r).levels())
                .reduce((a, b) -> b).orElseGet(LevelFold::initial);
    }

    private static String hostName() {
        String name = System.getenv("HOSTNAME");
        return name == null || name.isBlank() ? "localhost" : name;
    }

    /** Starts the threads; the desk runs on its own. */
    void start() {
        journal.start();
        Thread thread = new Thread(desk::run, "desk");
        thread.setDaemon(true);
        thread.start();
        desk.submit(() -> {
            desk.carryOut(killWatch.begin());
            return null;
        });
        if (capture != null) {
            capture.begin();
        }
        broker.start();
    }

    void post(Event event) {
        desk.post(event);
    }

    private LayerLevels levels() {
        return cycle.levels();
    }

    ExecutionHandler execution() {
        return execution;
    }

    private void end(String because, int code) {
        feed.publish(new RunEvent.Ended(code, because));
        ended.complete(code);
    }

    /** Completes with the exit code when the desk has ended. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    Home home() {
        return home;
    }

    Settings settings() {
        return settings;
    }

    Feed feed() {
        return feed;
    }

    ExchangeClock clock() {
        return clock;
    }

    Ports.Ticker ticker() {
        return ticker;
    }

    /** Done once all that was appended by now is committed. */
    CompletableFuture<Void> written() {
        return journal.written();
    }

    AuditLog audit() {
        return audit;
    }

    HedgeCycle cycle() {
        return cycle;
    }

    Desk desk() {
        return desk;
    }

    KillFile killFile() {
        return killFile;
    }

    /** The gate for order bytes, from any thread. */
    void closeGate() {
        broker.kill();
    }

    /** After the desk has ended: session, schedule, timers, then the journal last. */
    @Override
    public void close() {
        broker.close();
        if (capture != null) {
            capture.close();
        }
        if (schedule instanceof QuartzSchedule quartz) {
            quartz.close();
        }
        timers.close();
        try {
            audit.checkpoint();
        } catch (IOException | IllegalStateException e) {
            feed.alert("W-CHECKPOINT", "the checkpoint file could not be written: " + e.getMessage());
        }
        journal.close(true);
    }
}
