package alvh.daemon.broker;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.Ports;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/** Turns the broker's words about orders into the desk's events. Owned by the loop. */
final class OrderWords {
    private static final int REMEMBERED = 2000;
    private static final long FRESH_SECONDS = 60;
    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final Pattern TIME = Pattern.compile("(\\d{8})([ -]+)(\\d{2}:\\d{2}:\\d{2})(?: (\\S+))?");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss", Locale.ROOT);

    private final Instruments instruments;
    private final Ports.ExchangeTime clock;
    private final Map<String, Word.Status> latest = new LinkedHashMap<>();
    private final Map<String, Usd> commissions = new LinkedHashMap<>();
    private final Map<String, Boolean> remarked = new LinkedHashMap<>();

    OrderWords(Instruments instruments, Ports.ExchangeTime clock) {
        this.instruments = instruments;
        this.clock = clock;
    }

    Event.StatusSeen status(Word.Status word) {
        remember(latest, id(word.orderId(), word.clientId(), word.permId()), word);
        return new Event.StatusSeen(word.orderId(), word.clientId(), word.permId(), word.status(), word.filled(),
                word.remaining());
    }

    /** The order with its latest status; without one its own state, nothing filled. */
    Event.OrderSeen order(Word.OpenOrder word) {
        Word.Status known = latest.get(id(word.orderId(), word.clientId(), word.permId()));
        String status = known == null ? word.status() : known.status();
        long filled = known == null ? 0 : known.filled();
        long remaining = known == null ? word.quantity() : known.remaining();
        return new Event.OrderSeen(word.orderId(), word.clientId(), word.permId(), word.orderRef(), word.account(),
                keys(word.facts()), word.buy() ? Side.BUY : Side.SELL, word.quantity(), price(word.limit()), status,
                filled, remaining);
    }

    Event.CompletedSeen completed(Word.Completed word) {
        return new Event.CompletedSeen(word.permId(), word.orderRef(), word.status(), word.completedStatus(),
                word.filled());
    }

    /** Nothing when the contract is none the bot knows; a combo's own execution is named by its symbol and flagged. */
    Optional<Event.ExecutionSeen> execution(Word.Execution word) {
        boolean bag = word.facts().bag();
        Optional<InstrumentKey> key = bag ? Naming.symbol(word.facts().symbol()) : instruments.key(word.facts());
        if (key.isEmpty() || Double.isNaN(word.price())) {
            return Optional.empty();
        }
        int multiplier = bag ? 1 : Unset.multiplier(word.facts().multiplier());
        return Optional.of(new Event.ExecutionSeen(word.execId(), word.orderId(), word.clientId(), word.permId(),
                word.orderRef(), word.account(), key.get(), bag, word.buy() ? Side.BUY : Side.SELL, word.quantity(),
                Price.of(word.price()), multiplier, time(word.time())));
    }

    /** No amount when it is unset, absurd, or in another currency: the reserved maximum stays, and that is said. */
    Event.CommissionSeen commission(Word.Commission word) {
        boolean known = Double.isFinite(word.amount()) && (word.currency().isEmpty() || word.currency().equals("USD"));
        if (!known) {
            return new Event.CommissionSeen(word.execId(), null);
        }
        Usd amount = Usd.ceil(word.amount());
        remember(commissions, word.execId(), amount);
        return new Event.CommissionSeen(word.execId(), amount);
    }

    Optional<Event.CommissionSeen> commissionOf(String execId) {
        return Optional.ofNullable(commissions.get(execId)).map(amount -> new Event.CommissionSeen(execId, amount));
    }

    /** Old statuses must not colour the orders of the next session. */
    void lost() {
        latest.clear();
    }

    private List<InstrumentKey> keys(Facts facts) {
        if (facts.bag()) {
            return facts.legs().stream().map(leg -> instruments.key(leg.conId())).flatMap(Optional::stream).toList();
        }
        return instruments.key(facts).stream().toList();
    }

    /**
     * What is odd about an execution's time, once for each: a time that cannot be used, or one that differs from its
     * receipt by more than a minute. Of executions that were asked for, which may be days old, only the former.
     */
    Optional<String> timeRemark(Word.Execution word) {
        When when = when(word.time());
        boolean unasked = word.reqId() < 0;
        boolean late = when.secondsLate() > FRESH_SECONDS || when.secondsLate() < -FRESH_SECONDS;
        boolean odd = !when.used() || unasked && late;
        if (!odd || remarked.containsKey(word.execId())) {
            return Optional.empty();
        }
        remember(remarked, word.execId(), true);
        String said = when.fault().isEmpty()
                ? "is " + Math.abs(when.secondsLate()) + " s " + (when.secondsLate() < 0 ? "after" : "before")
                        + " its receipt"
                : when.fault();
        return Optional.of("execution " + word.execId() + " of " + word.orderRef() + ": its time '"
                + Unset.text(word.time()) + "' " + said + "; " + (when.used() ? "it" : "the time of receipt")
                + " is used");
    }

    private Instant time(String text) {
        return when(text).at();
    }

    /**
     * Receive time when the text is unreadable, has no zone, or is not of the last ten days (reliability 8.2).
     *
     * @param used whether {@code at} is what the broker wrote
     * @param fault why it cannot be used, empty when its difference says so
     */
    private record When(Instant at, boolean used, long secondsLate, String fault) {}

    private When when(String text) {
        Instant now = clock.now();
        Matcher found = TIME.matcher(text);
        if (!found.matches()) {
            return new When(now, false, 0, "is no time");
        }
        boolean zoned = found.group(4) != null || found.group(2).equals("-");
        try {
            ZoneId zone = !zoned
                    ? EXCHANGE
                    : found.group(4) == null ? ZoneOffset.UTC : ZoneId.of(found.group(4), ZoneId.SHORT_IDS);
            Instant at = LocalDateTime.parse(found.group(1) + " " + found.group(3), STAMP).atZone(zone).toInstant();
            long late = Duration.between(at, now).toSeconds();
            if (!zoned) {
                return new When(now, false, late, "has no zone (read as New York's it is " + late
                        + " s before its receipt)");
            }
            boolean sane = at.isBefore(now.plusSeconds(FRESH_SECONDS)) && at.isAfter(now.minusSeconds(10 * 86_400L));
            return new When(sane ? at : now, sane, late, "");
        } catch (DateTimeException unreadable) {
            return new When(now, false, 0, "cannot be read");
        }
    }

    private static Price price(double limit) {
        return Double.isNaN(limit) ? new Price(0) : Price.of(limit);
    }

    private static String id(int orderId, int clientId, long permId) {
        return permId != 0 ? "p" + permId : "o" + clientId + "." + orderId;
    }

    private static <T> void remember(Map<String, T> map, String id, T value) {
        map.remove(id);
        map.put(id, value);
        if (map.size() > REMEMBERED) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
