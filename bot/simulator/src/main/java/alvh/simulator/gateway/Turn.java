package alvh.simulator.gateway;

import java.util.List;

import alvh.simulator.exchange.ExchangeOutput;

/** The result of one step. Facts among {@code happened} must be on record before the first emission leaves. */
public record Turn(List<ExchangeOutput> happened, List<Emission> emissions) {

    public Turn {
        happened = List.copyOf(happened);
        emissions = List.copyOf(emissions);
    }
}
