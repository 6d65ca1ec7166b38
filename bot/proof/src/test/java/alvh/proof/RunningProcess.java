package alvh.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/**
 * A started program: what it prints goes to files beside its home, its standard input is ours, signals reach it, and
 * whatever happens to the test it does not outlive it.
 */
final class RunningProcess implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;
    private final PrintStream input;
    private final Thread atExit;

    private RunningProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.atExit = new Thread(process::destroyForcibly);
    }

    /**
     * @param folder where its output is kept
     * @param environment added to ours; ALVH_HOME and COLUMNS of the surroundings never reach it
     */
    static RunningProcess start(Path folder, String name, List<String> command, Map<String, String> environment) {
        int number = COUNTER.incrementAndGet();
        Path out = folder.resolve(String.format(Locale.ROOT, "%s-%d.out", name, number));
        Path err = folder.resolve(String.format(Locale.ROOT, "%s-%d.err", name, number));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile())
                .directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("ALVH_HOME", "ALVH_ACCOUNT", "ALVH_ANSWERS", "COLUMNS"));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(folder);
            RunningProcess running = new RunningProcess(builder.start(), out, err);
            Runtime.getRuntime().addShutdownHook(running.atExit);
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command.get(0), e);
        }
    }

    /** Does something beside the test, on a thread of its own: the common pool may be busy with other tests. */
    static <T> CompletableFuture<T> beside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().daemon().start(task));
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until it has printed this on standard output or error, as long as it lives. */
    RunningProcess says(String text) {
        return until("'" + text + "'", () -> out().contains(text) || err().contains(text));
    }

    RunningProcess until(String what, BooleanSupplier holds) {
        return until(what, PATIENCE, holds);
    }

    RunningProcess until(String what, Duration patience, BooleanSupplier holds) {
        AtomicBoolean held = new AtomicBoolean();
        try {
            await().atMost(patience).pollInterval(Duration.ofMillis(25)).until(() -> {
                boolean ended = !alive();
                held.set(holds.getAsBoolean());
                return held.get() || ended;
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited " + patience.toSeconds() + " s for " + what + "; it printed\n" + text(),
                    e);
        }
        if (!held.get()) {
            throw new AssertionError(
                    "ended with " + process.exitValue() + " before " + what + "; it printed\n" + text());
        }
        return this;
    }

    /** All that it printed, for messages of failed tests. */
    String text() {
        return out() + "\n---- standard error\n" + err();
    }

    /** Types a line. */
    void type(String line) {
        input.println(line);
    }

    void endInput() {
        input.close();
    }

    /** STOP, CONT, INT, TERM, USR2, KILL. */
    void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("kill -" + name + " gave " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** SIGKILL, and it is gone. */
    void kill9() {
        process.destroyForcibly();
        exit(Duration.ofSeconds(20));
    }

    int exit() {
        return exit(PATIENCE);
    }

    int exit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + patience.toSeconds() + " s; it printed\n" + text());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exit(Duration.ofSeconds(20));
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
