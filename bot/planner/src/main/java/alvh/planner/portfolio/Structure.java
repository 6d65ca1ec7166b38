package alvh.planner.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;

/**
 * A recognised income structure of the book.
 *
 * @param id stable text: underlying, type, expiry and strikes
 * @param originalQuantity units opened; {@code openQuantity} is the minimum over the legs still open
 * @param credit net credit of the original quantity, fees inside, never negative (methodology 3.2)
 * @param eligibility 0, 0.5 or 1: the part of the premium that may pay for hedges (3.1)
 * @param source where the credit comes from; AVGCOST is marked on every screen
 * @param opened null when unknown
 * @param remarks what people should know: "undefined risk", "averaged over several trades", ...
 */
public record Structure(String id, StructureType type, String underlying, LocalDate expiry, List<Leg> legs,
        long originalQuantity, long openQuantity, Usd credit, BigDecimal eligibility, Lot.Source source, Instant opened,
        List<String> remarks) {

    /** One leg per unit of the structure; {@code lotIds} are the lots it was made from. */
    public record Leg(InstrumentKey key, Side side, int ratio, List<String> lotIds) {}

    public Structure {
        legs = List.copyOf(legs);
        remarks = List.copyOf(remarks);
    }

    /** phi x credit x eligibility of methodology 3.3, rounded down. */
    public Usd eligiblePremiumOpen() {
        return credit.part(openQuantity, originalQuantity).share(eligibility);
    }
}
