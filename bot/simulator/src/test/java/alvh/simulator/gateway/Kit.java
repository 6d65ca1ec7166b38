package alvh.simulator.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.market.Market;
import alvh.simulator.market.WorldSpec;
import alvh.simulator.market.Worlds;
import alvh.simulator.script.ScenarioParser;
import alvh.wire.FrameCodec;
import alvh.wire.Handshake;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;

/** A gateway under test: clients without sockets, time by hand, answers as text with a bar for each zero byte. */
final class Kit {

    static final String DMAX = "1.7976931348623157E308";
    final Exchange exchange;
    final Gateway gateway;
    final List<ExchangeOutput> happened = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    /** Whether somebody listens on the port, each time it changed. */
    final List<Boolean> ports = new ArrayList<>();
    /** What broke, where a test has said that something will. */
    final List<String> broken = new ArrayList<>();
    boolean mayBreak;
    Instant now;
    private int connections;
    private List<Emission> last = List.of();

    Kit(UnaryOperator<WorldSpec> change) {
        WorldSpec spec = change.apply(Worlds.demo());
        exchange = Exchange.open(Market.open(spec));
        gateway = new Gateway(exchange);
        now = spec.start();
    }

    /** The demo's world with prices that stay. */
    static Kit held() {
        Kit kit = new Kit(UnaryOperator.identity());
        kit.play("hold");
        return kit;
    }

    /** One connected client. */
    final class Client {
        final int connection;
        final int version;

        private Client(int connection, int version) {
            this.connection = connection;
            this.version = version;
        }

        List<String> ask(WireMessage request) {
            step(new GatewayInput.Frame(connection, FrameCodec.encode(request, version), now));
            return heard();
        }

        /** A frame as text, a bar for each zero byte. */
        List<String> raw(String bars) {
            byte[] body = bars.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
            step(new GatewayInput.Frame(connection, body, now));
            return heard();
        }

        /** What the last step sent to this client. */
        List<String> heard() {
            return heardBy(connection);
        }

        /** Those of {@link #heard} that begin so. */
        List<String> heard(String begin) {
            return heard().stream().filter(frame -> frame.startsWith(begin)).toList();
        }
    }

    /** What the last step sent to a connection. */
    List<String> heardBy(int connection) {
        List<String> frames = new ArrayList<>();
        for (Emission emission : last) {
            if (emission instanceof Emission.Send send && send.connection() == connection) {
                frames.add(FrameCodec.print(send.body()));
            }
            if (emission instanceof Emission.Bytes piece && piece.connection() == connection) {
                frames.add("bytes " + HexFormat.of().formatHex(piece.bytes()));
            }
            if (emission instanceof Emission.Close close && close.connection() == connection) {
                frames.add("close " + close.cut());
            }
        }
        return frames;
    }

    Client connect(int version) {
        return connect(version, "");
    }

    Client connect(int version, String options) {
        Client client = new Client(++connections, version);
        step(new GatewayInput.Hello(client.connection, new Handshake.ClientHello(version, version, options)));
        return client;
    }

    /** Connected and started. */
    Client client(int clientId) {
        return client(clientId, 200);
    }

    Client client(int clientId, int version) {
        Client client = connect(version);
        client.ask(WireMessage.of(Outgoing.START_API).set("clientId", clientId));
        return client;
    }

    void play(String line) {
        if (ScenarioParser.readLine("test", 1, line) instanceof ScenarioParser.LineOutcome.Read read) {
            step(new GatewayInput.Script(read.step()));
        } else {
            throw new AssertionError("not a scenario line: " + line);
        }
    }

    /** Moves time and ticks once. */
    void pass(Duration by) {
        now = now.plus(by);
        step(new GatewayInput.Tick());
    }

    /** Second by second, collecting everything that was sent. */
    void passSlowly(int seconds) {
        List<Emission> all = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            pass(Duration.ofSeconds(1));
            all.addAll(last);
        }
        last = all;
    }

    void step(GatewayInput input) {
        Turn turn = gateway.step(now, input);
        happened.addAll(turn.happened());
        last = turn.emissions();
        for (Emission emission : last) {
            if (emission instanceof Emission.Say say) {
                said.add(say.text());
            }
            if (emission instanceof Emission.Broken met) {
                broken.add(met.doing());
                if (!mayBreak) {
                    throw new AssertionError("the gateway broke at " + met.doing(), met.why());
                }
            }
            if (emission instanceof Emission.Port port) {
                ports.add(port.open());
            }
            if (emission instanceof Emission.Forward forward) {
                now = forward.to();
            }
        }
    }

    int conId(String key) {
        return exchange.market().catalogue().byKey(alvh.planner.market.InstrumentKey.of(key)).orElseThrow().conId();
    }
}
