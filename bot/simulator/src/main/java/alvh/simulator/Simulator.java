package alvh.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.exchange.SimClock;
import alvh.simulator.exchange.TruthLog;
import alvh.simulator.gateway.Gateway;
import alvh.simulator.gateway.GatewayInput;
import alvh.simulator.gateway.TcpServer;
import alvh.simulator.market.Market;
import alvh.simulator.market.WorldSpec;
import alvh.simulator.script.Scenario;
import alvh.simulator.script.Step;

/**
 * A running simulated gateway: the command line's, or a test's in its own process. The host thread steps the gateway;
 * every method may be called from any thread.
 */
public final class Simulator implements AutoCloseable {

    /**
     * What is to run.
     *
     * @param world the scenario's, or a changed one
     * @param port 0 for a free one
     * @param state folder of the truth file; empty keeps nothing
     */
    public record Setting(Scenario scenario, WorldSpec world, int port, Optional<Path> state, boolean readOnly) {}

    private final Exchange exchange;
    private final SimClock clock;
    private final TruthLog truth;
    private final Host host;
    private final TcpServer server;
    private final Thread thread;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private Simulator(Setting setting, Clock system, TruthLog truth) throws IOException {
        this.truth = truth;
        List<ExchangeOutput> past = truth == null ? List.of() : truth.past();
        this.clock = clock(setting.world(), past, system);
        Market market = Market.open(setting.world());
        this.exchange = truth == null ? Exchange.open(market) : truth.exchange(market);
        this.host = new Host(new Gateway(exchange), clock, truth);
        this.server = TcpServer.listen(setting.port(), clock, host::post);
        this.thread = Thread.ofPlatform().name("host").daemon().unstarted(this::run);
        host.begin(server, ScenarioLines.first(setting.scenario(), past, setting.readOnly(), setting.world().start(),
                clock.instant()), past.isEmpty() ? setting.world().start() : clock.instant());
    }

    /**
     * Opens or resumes the account, plays the first lines and accepts clients when it returns.
     *
     * @param system the clock under the exchange's
     * @throws java.net.BindException if the port is in use
     * @throws IllegalArgumentException if the state folder is of another account or world
     */
    public static Simulator start(Setting setting, Clock system) throws IOException {
        TruthLog truth = setting.state().map(TruthLog::open).orElse(null);
        try {
            Simulator simulator = new Simulator(setting, system, truth);
            simulator.thread.start();
            simulator.server.start();
            return simulator;
        } catch (IOException | RuntimeException failed) {
            if (truth != null) {
                truth.close();
            }
            throw failed;
        }
    }

    private static SimClock clock(WorldSpec world, List<ExchangeOutput> past, Clock system) {
        SimClock clock = SimClock.startingAt(world.start(), system);
        for (ExchangeOutput fact : past) {
            if (fact instanceof ExchangeOutput.ClockSet set) {
                clock = SimClock.withOffset(set.offsetMillis(), system);
            }
        }
        return clock;
    }

    private void run() {
        try {
            host.run();
            end.complete(null);
        } catch (InterruptedException closed) {
            end.complete(null);
        } catch (RuntimeException broken) {
            end.completeExceptionally(broken);
        }
    }

    public int port() {
        return server.port();
    }

    public String account() {
        return exchange.account();
    }

    public long seed() {
        return exchange.market().spec().seed();
    }

    /** Exchange time. */
    public Clock clock() {
        return clock;
    }

    /** Plays one scenario line in the host's turn. */
    public void play(Step step) {
        host.post(new GatewayInput.Script(step));
    }

    /** Waits until {@link #close}, or fails as the host failed. */
    public void awaitEnd() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the host thread ended", broken.getCause());
        }
    }

    /** Ends the host's work, then the connections, then the truth file. May be called twice. */
    @Override
    public void close() throws IOException {
        thread.interrupt();
        end.exceptionally(broken -> null).join();
        server.close();
        if (truth != null) {
            truth.close();
        }
    }
}
