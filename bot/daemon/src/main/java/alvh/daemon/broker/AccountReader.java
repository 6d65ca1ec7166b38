package alvh.daemon.broker;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import alvh.daemon.desk.Ports;
import alvh.planner.market.AccountKind;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;

/** Positions and cash of the one account, in US dollars. Owned by the loop. */
final class AccountReader {
    static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final String TAGS = "AccountType,NetLiquidation,TotalCashValue,SettledCash,ExcessLiquidity,"
            + "AvailableFunds,BuyingPower,$LEDGER:ALL";

    private final Asks asks;
    private final Instruments instruments;
    private final Consumer<Request> out;
    private final Ports.ExchangeTime clock;
    private final String account;
    private final AccountKind kind;

    /** An account, what of it could not be read, or why nothing could. */
    record Reading(AccountSnapshot account, List<String> leftOut, String problem) {

        static Reading failed(String because) {
            return new Reading(null, List.of(), because);
        }
    }

    AccountReader(Asks asks, Instruments instruments, Consumer<Request> out, Ports.ExchangeTime clock, String account,
            AccountKind kind) {
        this.asks = asks;
        this.instruments = instruments;
        this.out = out;
        this.clock = clock;
        this.account = account;
        this.kind = kind;
    }

    CompletableFuture<Reading> read() {
        CompletableFuture<Reply> positions = asks.inLane(Lanes.POSITIONS, "positions",
                word -> word instanceof Word.Position, word -> word instanceof Word.PositionEnd, DEADLINE,
                new Request.Positions());
        int[] summaryId = new int[1];
        CompletableFuture<Reply> summary = asks.ask("account summary", Word.SummaryEnd.class, DEADLINE, id -> {
            summaryId[0] = id;
            return new Request.Summary(id, TAGS);
        });
        return positions.thenCombine(summary, (held, money) -> {
            out.accept(new Request.StopPositions());
            out.accept(new Request.StopSummary(summaryId[0]));
            return reading(held, money);
        });
    }

    private Reading reading(Reply held, Reply money) {
        return switch (held) {
            case Reply.Failed failed -> Reading.failed("positions: " + failed.because());
            case Reply.Got positions -> switch (money) {
                case Reply.Failed failed -> Reading.failed("account summary: " + failed.because());
                case Reply.Got values -> reading(positions.all(Word.Position.class), values.all(Word.Summary.class));
            };
        };
    }

    private Reading reading(List<Word.Position> held, List<Word.Summary> values) {
        List<String> leftOut = new ArrayList<>();
        Map<InstrumentKey, AccountSnapshot.Position> positions = new TreeMap<>();
        held.stream().filter(p -> p.account().equals(account)).filter(p -> p.quantity() != 0 || !p.whole())
                .forEach(p -> position(p).ifPresentOrElse(known -> positions.put(known.key(), known),
                        () -> leftOut.add(p.facts().secType() + " " + p.facts().symbol() + " "
                                + p.facts().localSymbol() + " in " + p.facts().currency())));
        var money = new Money(values.stream().filter(v -> v.account().equals(account)).toList());
        var snapshot = new AccountSnapshot(account, kind, clock.now(), money.inDollars("NetLiquidation"),
                money.dollarCash(), money.inDollars("ExcessLiquidity"), money.cashAccount(),
                positions.values().stream().sorted(Comparator.comparing(AccountSnapshot.Position::key)).toList());
        return new Reading(snapshot, List.copyOf(leftOut), "");
    }

    private Optional<AccountSnapshot.Position> position(Word.Position word) {
        if (!word.whole()) {
            return Optional.empty();
        }
        instruments.learn(word.facts());
        // A refused contract is still held: it stays in the picture and only its quotes are missing.
        double cost = Double.isFinite(word.averageCost()) ? Math.abs(word.averageCost()) : 0;
        return instruments.key(word.facts())
                .map(key -> new AccountSnapshot.Position(key, word.quantity(), Usd.ceil(cost)));
    }

    /** The summary's values; amounts in the base currency become dollars by the ledger's exchange rate. */
    static final class Money {
        private final List<Word.Summary> values;

        Money(List<Word.Summary> values) {
            this.values = values;
        }

        /** Null without a value, or without a rate where the base currency is another. */
        Usd inDollars(String tag) {
            return values.stream().filter(v -> v.tag().equals(tag)).findFirst().map(this::dollars).orElse(null);
        }

        /** The dollar balance; of a dollar account without ledger, its whole cash. */
        Usd dollarCash() {
            return values.stream().filter(v -> v.tag().equals("CashBalance") && v.currency().equals("USD"))
                    .findFirst().flatMap(v -> decimal(v.value())).map(Money::usd)
                    .orElseGet(() -> dollarBase() ? inDollars("TotalCashValue") : null);
        }

        /** True unless the account shows more buying power than funds: the careful side when in doubt. */
        boolean cashAccount() {
            boolean named = values.stream().anyMatch(
                    v -> v.tag().equals("AccountType")
                            && v.value().toUpperCase(java.util.Locale.ROOT).contains("CASH"));
            double power = number("BuyingPower");
            double funds = number("AvailableFunds");
            return named || !(power > 1.01 * funds);
        }

        private boolean dollarBase() {
            return values.stream().anyMatch(v -> v.tag().equals("NetLiquidation") && v.currency().equals("USD"));
        }

        private Usd dollars(Word.Summary value) {
            Optional<BigDecimal> amount = decimal(value.value());
            if (value.currency().equals("USD")) {
                return amount.map(Money::usd).orElse(null);
            }
            // The ledger's rate is what one dollar is worth in the base currency.
            Optional<BigDecimal> rate = values.stream()
                    .filter(v -> v.tag().equals("ExchangeRate") && v.currency().equals("USD")).findFirst()
                    .flatMap(v -> decimal(v.value())).filter(r -> r.signum() > 0);
            return amount.isPresent() && rate.isPresent()
                    ? Usd.floor(amount.get().doubleValue() / rate.get().doubleValue())
                    : null;
        }

        private double number(String tag) {
            return values.stream().filter(v -> v.tag().equals(tag)).findFirst().flatMap(v -> decimal(v.value()))
                    .map(BigDecimal::doubleValue).orElse(Double.NaN);
        }

        private static Usd usd(BigDecimal amount) {
            return Usd.floor(amount.doubleValue());
        }

        private static Optional<BigDecimal> decimal(String text) {
            return text.matches("-?\\d{1,15}(\\.\\d{1,10})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
        }
    }
}
