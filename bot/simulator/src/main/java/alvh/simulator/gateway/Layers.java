package alvh.simulator.gateway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import alvh.planner.market.InstrumentKey;
import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.Execution;
import alvh.simulator.exchange.Ticket;
import alvh.simulator.market.Listing;
import alvh.simulator.script.Layer;
import alvh.simulator.script.Target;

/** Which orders and fills a scenario's target means. A layer is known by what it buys, and how far away that ends. */
final class Layers {

    private static final int BASE_DAYS = 85;
    private static final int SUBSTITUTE_DAYS = 140;
    private final Contracts contracts;

    Layers(Contracts contracts) {
        this.contracts = contracts;
    }

    boolean meant(Target target, BookedOrder order, LocalDate today) {
        return meant(target, order.ticket(), today);
    }

    boolean meant(Target target, Ticket ticket, LocalDate today) {
        return ticket.legs().stream().anyMatch(leg -> contracts.byConId(leg.conId()).map(Listing::key)
                .filter(key -> meant(target, key, today)).isPresent());
    }

    boolean meant(Target target, Execution execution, LocalDate today) {
        return !execution.isCombo() && meant(target, execution.key(), today);
    }

    private boolean meant(Target target, InstrumentKey key, LocalDate today) {
        return switch (target) {
            case Target.Any any -> true;
            case Target.OfKey of -> of.key().equals(key);
            case Target.OfLayer of -> layer(key, today).filter(of.layer()::equals).isPresent();
        };
    }

    private static Optional<Layer> layer(InstrumentKey key, LocalDate today) {
        if (!key.isOption()) {
            return Optional.empty();
        }
        return switch (key.underlying()) {
            case "SPX", "XSP" -> Optional.of(Layer.ACCELERATION);
            case "VIX" -> {
                long days = ChronoUnit.DAYS.between(today, key.settlementDate());
                yield Optional.of(days <= BASE_DAYS
                        ? Layer.BASE
                        : days <= SUBSTITUTE_DAYS ? Layer.ACCELERATION : Layer.CONTINGENCY);
            }
            default -> Optional.empty();
        };
    }
}
