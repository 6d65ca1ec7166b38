package alvh.simulator;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.exchange.SimClock;
import alvh.simulator.exchange.TruthLog;
import alvh.simulator.gateway.Emission;
import alvh.simulator.gateway.Gateway;
import alvh.simulator.gateway.GatewayInput;
import alvh.simulator.gateway.TcpServer;
import alvh.simulator.gateway.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that steps the gateway: it takes what sockets, standard input and time bring, records facts, and only
 * then lets answers out.
 */
final class Host {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final long TICK_MILLIS = 200;
    private final BlockingQueue<GatewayInput> inbox = new LinkedBlockingQueue<>();
    private final Gateway gateway;
    private final SimClock clock;
    private final TruthLog truth;
    private TcpServer server;
    private long lastTick;

    /** @param truth null when nothing is kept */
    Host(Gateway gateway, SimClock clock, TruthLog truth) {
        this.gateway = gateway;
        this.clock = clock;
        this.truth = truth;
    }

    /** From any thread. */
    void post(GatewayInput input) {
        inbox.add(input);
    }

    /**
     * Before the first client: plays the scenario's lines, then moves to the present.
     *
     * @param from when the lines are played: a new world's own beginning, so that a hold in them lets no price move first
     */
    void begin(TcpServer sockets, List<GatewayInput> first, Instant from) {
        server = sockets;
        record(List.of(new ExchangeOutput.ClockSet(clock.instant(), clock.offsetMillis())));
        first.forEach(line -> step(line, from));
        step(new GatewayInput.Tick());
    }

    /** Runs until the thread is interrupted. */
    void run() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            GatewayInput input = inbox.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            if (input != null) {
                step(input);
            }
            long now = clock.millis();
            if (input == null || now - lastTick >= TICK_MILLIS) {
                lastTick = now;
                step(new GatewayInput.Tick());
            }
        }
    }

    private void step(GatewayInput input) {
        step(input, clock.instant());
    }

    private void step(GatewayInput input, Instant at) {
        Turn turn = gateway.step(at, input);
        record(turn.happened());
        turn.emissions().forEach(this::emit);
    }

    private void record(List<ExchangeOutput> facts) {
        if (truth != null && !facts.isEmpty()) {
            truth.append(facts);
        }
    }

    private void emit(Emission emission) {
        switch (emission) {
            case Emission.Send send -> server.send(send);
            case Emission.Bytes piece -> server.send(piece);
            case Emission.Close close -> server.close(close);
            case Emission.Port port -> server.port(port);
            case Emission.Broken broken -> LOG.error("gateway internal error, going on: {}", broken.doing(),
                    broken.why());
            case Emission.Say say -> LOG.info("{}", say.text());
            case Emission.Forward forward -> forward(forward.to());
        }
    }

    private void forward(Instant to) {
        if (!to.isAfter(clock.instant())) {
            LOG.warn("time does not go back: asked for {}, it is {}", to, clock.instant());
            return;
        }
        clock.advanceTo(to);
        record(List.of(new ExchangeOutput.ClockSet(clock.instant(), clock.offsetMillis())));
        step(new GatewayInput.Tick());
    }
}
