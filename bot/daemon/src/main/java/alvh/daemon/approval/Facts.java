package alvh.daemon.approval;

import java.time.Instant;
import java.util.Map;

import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quote;
import alvh.planner.money.Usd;

/**
 * What an approval is checked against at the moment of its acceptance.
 *
 * @param notReady why orders may not be sent now, in words; null when they may
 * @param quotes fresh quotes of all legs (at most 5 s old)
 * @param levels of the underlying indices
 * @param liquidUntil by the broker's hours, null when closed or unknown
 * @param slack what both budget tests leave now, see {@code Slack.of}
 * @param positions of the broker, signed
 */
public record Facts(String notReady, Map<InstrumentKey, Quote> quotes, Map<InstrumentKey, IndexLevel> levels,
        Instant liquidUntil, Usd slack, Map<InstrumentKey, Long> positions) {}
