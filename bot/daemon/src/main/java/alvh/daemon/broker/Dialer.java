package alvh.daemon.broker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;

/** Makes one connection on a daemon thread with a deadline (reliability 5.4, step 1). */
final class Dialer {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int OLDEST = 176;

    private final BrokerSettings settings;
    private final Loop loop;
    private int number;

    /** How dialling ended. */
    sealed interface Outcome {

        record Connected(Link link) implements Outcome {}

        /** Worth another try. */
        record NotNow(String because) implements Outcome {}

        /** Will never work with this peer. */
        record Never(String because) implements Outcome {}
    }

    Dialer(BrokerSettings settings, Loop loop) {
        this.settings = settings;
        this.loop = loop;
    }

    /**
     * Begins one attempt; from the loop. Both listeners are called on the loop, {@code outcome} once.
     *
     * @param lost called when a connected link's reader or pump has ended
     */
    void dial(BiConsumer<Link, Word> words, Consumer<Link> lost, Consumer<Outcome> outcome) {
        var socket = new MeteredSocket(settings.capture(), ++number);
        var signal = new EJavaSignal();
        var made = new Link[1];
        var callbacks = new Callbacks(word -> loop.execute(() -> words.accept(made[0], word)));
        var link = new Link(socket, new EClientSocket(callbacks, signal), signal, callbacks);
        made[0] = link;
        var once = new boolean[1];
        Consumer<Outcome> first = result -> {
            if (!once[0]) {
                once[0] = true;
                outcome.accept(result);
            }
        };
        loop.after(DEADLINE, () -> {
            if (!once[0]) {
                link.close();
                first.accept(judge(link, "did not finish the handshake in " + DEADLINE.toSeconds() + " s"));
            }
        });
        Thread thread = new Thread(() -> {
            Outcome result = connect(link, () -> loop.execute(() -> lost.accept(link)));
            loop.execute(() -> first.accept(result));
        }, "broker-connect");
        thread.setDaemon(true);
        thread.start();
    }

    private Outcome connect(Link link, Runnable lost) {
        MeteredSocket socket = link.socket();
        try {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
            socket.tune();
            socket.setSoTimeout(HANDSHAKE_MILLIS);
            link.client().eConnect(socket, settings.clientId());
            if (!link.client().isConnected()) {
                link.close();
                return judge(link, "closed the connection before it said hello");
            }
            int version = link.client().serverVersion();
            if (version < OLDEST) {
                link.close();
                return unsupported(version);
            }
            socket.setSoTimeout(0);
            link.listen(lost);
            return new Outcome.Connected(link);
        } catch (ConnectException refused) {
            link.close();
            return new Outcome.NotNow("nothing listens at " + where() + "; start the gateway, or correct gateway.port");
        } catch (SocketTimeoutException late) {
            link.close();
            return judge(link, "did not answer in time");
        } catch (LinkageError incomplete) {
            link.close();
            return new Outcome.Never(
                    "the TWS API on the class path cannot be used: " + Unset.text(incomplete.toString())
                            + "; install it again with scripts/install-tws-api");
        } catch (IOException | RuntimeException | Error broken) {
            link.close();
            return judge(link, "broke off: " + Unset.text(broken.toString()));
        }
    }

    /** Reads the peer's first bytes: a stranger, or a version out of range, will be the same at every try. */
    private Outcome judge(Link link, String what) {
        return switch (Hello.of(link.socket().firstBytes())) {
            case Hello.Stranger stranger -> new Outcome.Never("what listens at " + where()
                    + " is not a TWS server: got '" + stranger.shown() + "'; correct gateway.port (IB Gateway: 4001"
                    + " live, 4002 paper; TWS: 7496 live, 7497 paper)");
            case Hello.Tws tws when link.callbacks().heard(ClientCode.UNSUPPORTED_VERSION) ->
                unsupported(tws.version());
            case Hello.Tws tws -> new Outcome.NotNow("the gateway at " + where() + " " + what);
            case Hello.Silent silent -> new Outcome.NotNow("the peer at " + where() + " " + what
                    + "; perhaps a dialog of the gateway waits for a click, or its API is not enabled");
        };
    }

    private Outcome unsupported(int version) {
        return new Outcome.Never("the TWS server at " + where() + " speaks version " + version
                + " of the API, asked were " + OLDEST + " to 200; update IB Gateway to 10.37 or newer");
    }

    private String where() {
        return settings.host() + ":" + settings.port();
    }
}
