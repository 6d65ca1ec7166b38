package alvh.simulator.market;

import java.time.LocalDate;
import java.util.List;

/**
 * One answer to a question for option parameters: a trading class at one exchange. Strikes are the union over all
 * expirations: not every pair is listed.
 *
 * @param expirations last trading days, as the broker gives them
 */
public record OptionClass(String exchange, int underConId, String tradingClass, int multiplier,
        List<LocalDate> expirations, List<Double> strikes) {

    public OptionClass {
        expirations = List.copyOf(expirations);
        strikes = List.copyOf(strikes);
    }
}
