package alvh.daemon.broker;

import java.time.Duration;
import java.util.function.Consumer;

import alvh.daemon.desk.Ports;

/**
 * Looks at a link once a second from the moment it stands: at its reader, which a reset ends without a word; at the words
 * that wait to be heard; and at a write that does not end because the peer does not read. Owned by the loop.
 */
final class LinkWatch {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration STUCK = Duration.ofSeconds(3);
    /** Two kinds of 50,000 messages at once make 150,000 words: a flood is heard, however slow the machine. */
    private static final int BACKLOG = 250_000;

    private final Loop loop;
    private final Wire wire;
    private final Ports.Ticker ticker;
    private final Consumer<String> dead;
    private boolean ended;

    LinkWatch(Loop loop, Wire wire, Ports.Ticker ticker, Consumer<String> dead) {
        this.loop = loop;
        this.wire = wire;
        this.ticker = ticker;
        this.dead = dead;
    }

    void start(Link link) {
        loop.after(LOOK, () -> look(link));
    }

    private void look(Link link) {
        if (link.dead()) {
            return;
        }
        boolean twice = ended && !link.readerAlive();
        ended = !link.readerAlive();
        if (twice) {
            // The pump tells the end itself, behind the last words, unless it is stuck in one of them.
            dead.accept("the connection ended " + link.ending());
        } else if (loop.backlog() > BACKLOG) {
            dead.accept("more than " + BACKLOG + " words of the broker are waiting to be heard");
        } else if (wire.stuckSince(ticker.nanos() - STUCK.toNanos()) == link) {
            link.cut();
            dead.accept("the gateway has not read for " + STUCK.toSeconds() + " s: a write is stuck in the socket");
        } else {
            loop.after(LOOK, () -> look(link));
        }
    }
}
