package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.simulator.market.Chance;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.SessionCalendar;
import alvh.simulator.market.Tape;
import alvh.simulator.market.WorldSpec;

/** What a client asks for by generic tick id: figures of an underlying and its options, and text ticks. */
final class GenericTicks {

    /** Those of protocol page 6.2; some are legal and never come here, as on many instruments of a live gateway. */
    static final Set<String> LEGAL = Set.of("100", "101", "104", "105", "106", "162", "165", "221", "225", "232", "233",
            "236", "293", "294", "295", "318", "375", "411", "456", "588", "595");
    private static final Duration SLOW = Duration.ofMinutes(1);
    private static final int VOL_SESSIONS = 30;
    private static final double YEAR_SESSIONS = 252;
    private static final int[] WEEKS = {13, 26, 52};
    private static final int SHORTABLE = 3;

    /** Totals over all listed options of an underlying at one minute. */
    private record Totals(Instant at, long callVolume, long putVolume, long callInterest, long putInterest) {}

    private final Market market;
    private final Chance chance;
    private final Map<String, Totals> totals = new TreeMap<>();

    GenericTicks(Market market) {
        this.market = market;
        this.chance = new Chance(market.spec().seed());
    }

    void push(QuoteStream stream, Session to, Mail mail) {
        if (stream.generics.isEmpty() || stream.legs.size() > 1) {
            return;
        }
        Listing listing = stream.listing();
        Tape tape = market.tape(listing.key());
        if (stream.generics.contains("221") || stream.generics.contains("232")) {
            double mark = market.modelPrice(listing.key());
            stream.known(to, mail, 37, Math.round(mark * 100) / 100.0);
        }
        trades(stream, to, mail, tape);
        if (!market.now().isBefore(stream.genericsAt.plus(SLOW))) {
            stream.genericsAt = market.now();
            for (String generic : stream.generics) {
                slow(generic, stream, to, mail, tape);
            }
        }
    }

    /** {@code price;size;time;total volume;vwap;single trade}, time in milliseconds. */
    private static void trades(QuoteStream stream, Session to, Mail mail, Tape tape) {
        if (!Double.isFinite(tape.last()) || tape.volume() == 0) {
            return;
        }
        double typical = (tape.high() + tape.low() + tape.last()) / 3;
        String text = Numbers.plain(tape.last()) + ";" + tape.lastSize() + ";" + tape.at().getEpochSecond() * 1000
                + ";" + tape.volume() + ";" + Numbers.rounded(typical, 8) + ";true";
        if (stream.generics.contains("233")) {
            stream.string(to, mail, 48, text);
        }
        if (stream.generics.contains("375")) {
            stream.string(to, mail, 77, text);
        }
    }

    private void slow(String generic, QuoteStream stream, Session to, Mail mail, Tape tape) {
        Listing l = stream.listing();
        boolean underlying = l.settlementDate() == null;
        switch (generic) {
            case "100" -> totals(l).ifPresent(t -> {
                stream.size(to, mail, 29, t.callVolume());
                stream.size(to, mail, 30, t.putVolume());
            });
            case "101" -> {
                totals(l).ifPresent(t -> {
                    stream.size(to, mail, 27, t.callInterest());
                    stream.size(to, mail, 28, t.putInterest());
                });
                if (!underlying) {
                    stream.size(to, mail, l.isOption() ? 22 : 86, tape.openInterest());
                }
            }
            case "104" -> volatility(l, false).ifPresent(v -> stream.generic(to, mail, 23, v));
            case "106" -> implied(l).ifPresent(v -> stream.generic(to, mail, 24, v));
            case "162" -> premium(l).ifPresent(v -> stream.generic(to, mail, 31, v));
            case "165" -> ranges(stream, to, mail);
            case "236" -> {
                if (l.secType().equals("STK")) {
                    stream.generic(to, mail, 46, Integer.toString(SHORTABLE));
                    stream.size(to, mail, 89, chance.between("shortable " + l.symbol(), market.date().toEpochDay(),
                            1_000_000, 20_000_000));
                }
            }
            case "411" -> volatility(l, true).ifPresent(v -> stream.generic(to, mail, 58, v));
            case "456" -> dividends(l).ifPresent(text -> stream.string(to, mail, 59, text));
            case "588" -> {
                if (l.secType().equals("FUT")) {
                    stream.size(to, mail, 86, tape.openInterest());
                }
            }
            default -> {
            }
        }
    }

    private Optional<Totals> totals(Listing l) {
        List<Listing> options = l.settlementDate() == null
                ? market.catalogue().find(l.symbol(), "OPT")
                : List.of();
        if (options.isEmpty()) {
            return Optional.empty();
        }
        Totals known = totals.get(l.symbol());
        if (known == null || !market.now().isBefore(known.at().plus(SLOW))) {
            known = count(options);
            totals.put(l.symbol(), known);
        }
        return Optional.of(known);
    }

    private Totals count(List<Listing> options) {
        long[] sums = new long[4];
        for (Listing option : options) {
            Tape tape = market.tape(option.key());
            int put = option.right().equals("P") ? 1 : 0;
            sums[put] += tape.volume();
            sums[2 + put] += tape.openInterest();
        }
        return new Totals(market.now(), sums[0], sums[1], sums[2], sums[3]);
    }

    /** Annual deviation of daily log returns; the running day counts when asked for. */
    private Optional<String> volatility(Listing l, boolean running) {
        List<DailyBars.Bar> bars = new ArrayList<>(market.dailyBars(l.key()).bars());
        if (running) {
            market.todayBar(l.key()).ifPresent(bars::add);
        }
        if (bars.size() <= VOL_SESSIONS) {
            return Optional.empty();
        }
        double sum = 0;
        double squares = 0;
        for (int i = bars.size() - VOL_SESSIONS; i < bars.size(); i++) {
            double r = StrictMath.log(bars.get(i).close() / bars.get(i - 1).close());
            sum += r;
            squares += r * r;
        }
        double variance = (squares - sum * sum / VOL_SESSIONS) / (VOL_SESSIONS - 1);
        return Optional.of(Numbers.rounded(StrictMath.sqrt(Math.max(0, variance) * YEAR_SESSIONS), 6));
    }

    /** Of the listed call nearest to thirty days and to the price now. */
    private Optional<String> implied(Listing l) {
        if (l.settlementDate() != null) {
            return Optional.empty();
        }
        LocalDate aim = market.date().plusDays(VOL_SESSIONS);
        double level = market.modelPrice(l.key());
        return market.catalogue().find(l.symbol(), "OPT").stream().filter(option -> option.right().equals("C"))
                .min(Comparator
                        .comparingLong((Listing o) -> Math.abs(ChronoUnit.DAYS.between(aim, o.settlementDate())))
                        .thenComparingDouble(o -> Math.abs(o.strike() - level)))
                .map(option -> market.computations(option.key()).model().impliedVol()).filter(Double::isFinite)
                .map(vol -> Numbers.rounded(vol, 6));
    }

    private Optional<String> premium(Listing l) {
        return market.catalogue().find(l.symbol(), "FUT").stream().filter(f -> l.secType().equals("IND")).findFirst()
                .map(front -> Numbers.rounded(market.modelPrice(front.key()) - market.modelPrice(l.key()), 4));
    }

    private void ranges(QuoteStream stream, Session to, Mail mail) {
        List<DailyBars.Bar> bars = market.dailyBars(stream.listing().key()).bars();
        for (int i = 0; i < WEEKS.length; i++) {
            LocalDate from = SessionCalendar.onOrBefore(market.date()).minusWeeks(WEEKS[i]);
            List<DailyBars.Bar> recent = bars.stream().filter(bar -> bar.date().isAfter(from)).toList();
            int low = 15 + 2 * i;
            recent.stream().mapToDouble(DailyBars.Bar::low).min().ifPresent(v -> stream.known(to, mail, low, v));
            recent.stream().mapToDouble(DailyBars.Bar::high).max().ifPresent(v -> stream.known(to, mail, low + 1, v));
        }
    }

    /** {@code past year,next year,date of the next,its amount}; a name pays quarterly. */
    private Optional<String> dividends(Listing l) {
        Optional<WorldSpec.Name> name = market.spec().names().stream()
                .filter(n -> l.secType().equals("STK") && n.symbol().equals(l.symbol())).findFirst();
        return name.filter(n -> n.yield() > 0).map(n -> {
            double year = n.yield() * market.modelPrice(l.key());
            LocalDate quarter = market.date().withDayOfMonth(1).plusMonths(3 - (market.date().getMonthValue() - 1) % 3);
            return Numbers.rounded(year, 2) + "," + Numbers.rounded(year, 2) + "," + Stamp.day(quarter) + ","
                    + Numbers.rounded(year / 4, 2);
        });
    }
}
