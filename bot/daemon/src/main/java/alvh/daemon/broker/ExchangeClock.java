package alvh.daemon.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import alvh.daemon.desk.Ports;
import alvh.planner.market.AccountKind;

/**
 * Exchange time (design 4.4). A real gateway's is the system clock, checked against the broker's. A simulated account's
 * is what its gateway says, carried on by the elapsed ticker; it may jump forward, and a word that goes back less than a
 * second is the jitter of the round trip and changes nothing. Any thread.
 */
public final class ExchangeClock implements Ports.ExchangeTime {
    private static final Duration JITTER = Duration.ofSeconds(1);

    private final AccountKind kind;
    private final InstantSource system;
    private final Ports.Ticker ticker;
    private volatile Anchor anchor;

    /** The broker's time at one reading of the ticker. */
    private record Anchor(Instant at, long nanos) {

        Instant at(long now) {
            return at.plusNanos(now - nanos);
        }
    }

    public ExchangeClock(AccountKind kind, InstantSource system, Ports.Ticker ticker) {
        this.kind = kind;
        this.system = system;
        this.ticker = ticker;
    }

    @Override
    public Instant now() {
        Anchor known = anchor;
        return known == null ? system.instant() : known.at(ticker.nanos());
    }

    /**
     * Takes the broker's word for the time.
     *
     * @param brokerNow what it said
     * @param roundTripNanos between question and answer; half of it has passed since
     * @return broker time minus this clock in milliseconds, before any correction; for a simulated account 0
     *         unless its gateway's time went back
     */
    long measured(Instant brokerNow, long roundTripNanos) {
        long tick = ticker.nanos();
        Instant word = brokerNow.plusNanos(roundTripNanos / 2);
        if (kind != AccountKind.SIMULATED) {
            return Duration.between(system.instant(), word).toMillis();
        }
        Anchor known = anchor;
        if (known == null) {
            anchor = new Anchor(word, tick);
            return 0;
        }
        Instant mine = known.at(tick);
        Duration ahead = Duration.between(mine, word);
        if (ahead.isNegative() && ahead.abs().compareTo(JITTER) <= 0) {
            return 0;
        }
        anchor = new Anchor(word, tick);
        return ahead.isNegative() ? ahead.toMillis() : 0;
    }
}
