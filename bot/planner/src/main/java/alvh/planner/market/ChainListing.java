package alvh.planner.market;

import java.time.LocalDate;
import java.util.List;

/**
 * What is listed in one trading class on one settlement date, whether quoted or not.
 *
 * @param strikesMilli strikes in thousandths, ascending
 */
public record ChainListing(String tradingClass, LocalDate settlement, List<Long> strikesMilli) {

    public ChainListing {
        strikesMilli = strikesMilli.stream().sorted().toList();
    }
}
