package alvh.daemon.broker;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.ToLongBiFunction;

import alvh.daemon.desk.Ports;

/**
 * Notices a dead link within 15 s (promise 18): asks for the time every five seconds, two answers missed are the end. An
 * answer that waits behind a flood of other words is not missed. Owned by the loop.
 */
final class Heart {
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(4);
    private static final int MISSES = 2;
    /** So many words are still to be heard: the answer may be behind them. */
    private static final int BEHIND = 1_000;
    private static final long BAD_SKEW_MILLIS = 5_000;
    private static final int BAD_SKEWS = 3;

    private final Loop loop;
    private final Asks asks;
    private final boolean millis;
    private final ToLongBiFunction<Reply.Got, Long> clock;
    private final Consumer<String> dead;
    private final Ports.Ticker ticker;
    private final boolean skewedAtStart;
    private int missed;
    private int otherSkews;

    /** @param clock takes the broker's time with the ticker's reading at the question, and says how far ours is off */
    Heart(Loop loop, Asks asks, boolean millis, ToLongBiFunction<Reply.Got, Long> clock, Consumer<String> dead,
            Ports.Ticker ticker,
            long skewMillis) {
        this.loop = loop;
        this.asks = asks;
        this.millis = millis;
        this.clock = clock;
        this.dead = dead;
        this.ticker = ticker;
        this.skewedAtStart = skewed(skewMillis);
    }

    void start(Link link) {
        loop.after(BEAT, () -> beat(link));
    }

    private void beat(Link link) {
        if (link.dead()) {
            return;
        }
        loop.after(BEAT, () -> beat(link));
        long asked = ticker.nanos();
        asks.inLane(Lanes.TIME, "current time", word -> word instanceof Word.Time, word -> word instanceof Word.Time,
                ANSWER, new Request.Time(millis)).thenAccept(reply -> {
                    switch (reply) {
                        case Reply.Got got -> {
                            missed = 0;
                            skew(clock.applyAsLong(got, asked));
                        }
                        case Reply.Failed failed -> {
                            boolean late = loop.backlog() > BEHIND;
                            if (!late && ++missed >= MISSES && !link.dead()) {
                                dead.accept("the gateway did not answer two heartbeats");
                            }
                        }
                    }
                });
    }

    /** SessionUp tells the skew: when it turns from good to bad, or back, the session is made anew to tell it again. */
    private void skew(long skewMillis) {
        otherSkews = skewed(skewMillis) == skewedAtStart ? 0 : otherSkews + 1;
        if (otherSkews >= BAD_SKEWS) {
            dead.accept("this computer's clock and the broker's now differ by " + skewMillis + " ms");
        }
    }

    private static boolean skewed(long skewMillis) {
        return Math.abs(skewMillis) > BAD_SKEW_MILLIS;
    }
}
