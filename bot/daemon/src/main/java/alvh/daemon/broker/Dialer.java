package alvh.daemon.broker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import com.ib.client.EWrapper;

/** Makes one connection on a daemon thread with a deadline (reliability 5.4, step 1). */
final class Dialer {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int OLDEST = 176;
    /** What our own client offers; IBKR's jar is not asked. */
    private static final int NEWEST = 200;

    private final BrokerSettings settings;
    private final Loop loop;
    private final BiFunction<EWrapper, EJavaSignal, EClientSocket> client;
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
        this(settings, loop, EClientSocket::new);
    }

    /** @param client makes the client that speaks over one link */
    Dialer(BrokerSettings settings, Loop loop, BiFunction<EWrapper, EJavaSignal, EClientSocket> client) {
        this.settings = settings;
        this.loop = loop;
        this.client = client;
    }

    /**
     * Begins one attempt; from the loop. Both listeners are called on the loop, {@code outcome} once.
     *
     * @param lost called when a connected link's reader or pump has ended
     */
    void dial(BiConsumer<Link, Word> words, Consumer<Link> lost, Consumer<Outcome> outcome) {
        Link link;
        try {
            link = link(words);
        } catch (LinkageError incomplete) {
            outcome.accept(incomplete(incomplete));
            return;
        }
        attempt(link, lost, outcome);
    }

    private Link link(BiConsumer<Link, Word> words) {
        var signal = new EJavaSignal();
        var made = new Link[1];
        var callbacks = new Callbacks(word -> loop.execute(() -> words.accept(made[0], word)));
        made[0] = new Link(new MeteredSocket(settings.capture(), ++number), client.apply(callbacks, signal), signal,
                callbacks);
        return made[0];
    }

    private void attempt(Link link, Consumer<Link> lost, Consumer<Outcome> outcome) {
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
                first.accept(judged(link, "did not finish the handshake in " + DEADLINE.toSeconds() + " s"));
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
                return judged(link, "closed the connection");
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
            return judged(link, "did not answer in time");
        } catch (LinkageError incomplete) {
            link.close();
            return incomplete(incomplete);
        } catch (IOException | RuntimeException | Error broken) {
            link.close();
            return judged(link, "broke off: " + Unset.text(broken.toString()));
        }
    }

    /** Reads the peer's first bytes: a stranger, or a version out of range, will be the same at every try. */
    private Outcome judged(Link link, String what) {
        return judge(link.socket().firstBytes(), link.callbacks().heard(ClientCode.UNSUPPORTED_VERSION), what);
    }

    private static Outcome incomplete(LinkageError error) {
        return new Outcome.Never("the TWS API on the class path cannot be used: " + Unset.text(error.toString())
                + "; install it again with scripts/install-tws-api");
    }

    /** @param unsupported whether the client itself has refused the version */
    Outcome judge(byte[] firstBytes, boolean unsupported, String what) {
        return switch (Hello.of(firstBytes)) {
            case Hello.Stranger stranger -> new Outcome.Never("what listens at " + where()
                    + " is not a TWS server: got '" + stranger.shown() + "'; correct gateway.port (IB Gateway: 4001"
                    + " live, 4002 paper; TWS: 7496 live, 7497 paper)");
            case Hello.Tws tws when unsupported || tws.version() < OLDEST -> unsupported(tws.version());
            case Hello.Tws tws -> new Outcome.NotNow("the gateway at " + where() + " said hello (version "
                    + tws.version() + ") and then " + what);
            case Hello.Silent silent -> new Outcome.NotNow("the peer at " + where() + " " + what
                    + (silent.bytes() == 0
                            ? " before it said hello"
                            : " after " + silent.bytes()
                                    + " bytes of its hello")
                    + "; perhaps a dialog of the gateway waits for a click, or its API is not enabled");
        };
    }

    private Outcome unsupported(int version) {
        String speaks = "the TWS server at " + where() + " speaks version " + version + " of the API, ";
        if (version < OLDEST) {
            return new Outcome.Never(speaks + "at least " + OLDEST
                    + " is needed; it is too old: update IB Gateway to 10.37 or newer");
        }
        if (!ClientInUse.find().own()) {
            return new Outcome.Never(
                    speaks + "which the installed TWS API refuses (506): install a newer TwsApi.jar with"
                            + " scripts/install-tws-api");
        }
        return new Outcome.Never(speaks + "asked were " + OLDEST + " to " + NEWEST
                + "; it is too new. A gateway answers"
                + " the smaller of both sides' highest versions, so this is hardly one: perhaps a simulator, a proxy or a"
                + " replay that answers what it likes. Correct gateway.host and gateway.port; if it is a gateway all the"
                + " same, run with IBKR's own client (scripts/install-tws-api TwsApi.jar, then ALVH_TWS_API=official)");
    }

    private String where() {
        return settings.host() + ":" + settings.port();
    }
}
