package alvh.planner.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;

/**
 * A pattern of the grammar, with the lots it was made from.
 *
 * @param units open units
 * @param opened dates of its legs, unknown ones null
 */
record Found(StructureType type, String underlying, long units, List<FoundLeg> legs, List<LocalDate> opened,
        List<String> remarks) {

    /** {@code ratio} contracts or shares a unit. */
    record FoundLeg(InstrumentKey key, Side side, int ratio, List<Slice> slices) {}

    /** One leg of these units taken out of a holding. */
    static FoundLeg leg(Holding holding, long units, int ratio) {
        return new FoundLeg(holding.key(), holding.side(), ratio, holding.take(units * ratio));
    }

    static List<LocalDate> dates(Holding... holdings) {
        List<LocalDate> dates = new ArrayList<>();
        for (Holding holding : holdings) {
            dates.add(holding.opened());
        }
        return dates;
    }

    Found with(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Found(type, underlying, units, legs, opened, more);
    }

    Found as(StructureType other) {
        return new Found(other, underlying, units, legs, opened, remarks);
    }

    FoundLeg first(Side side) {
        return legs.stream().filter(leg -> leg.side() == side).findFirst().orElseThrow();
    }

    /** The expiry of the first option leg, null for shares alone. */
    LocalDate expiry() {
        return legs.stream().filter(leg -> leg.key().isOption()).map(leg -> leg.key().settlementDate())
                .min(Comparator.naturalOrder()).orElse(null);
    }

    LocalDate lastOpened() {
        return opened.stream().filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    boolean openedUnknown() {
        return opened.contains(null);
    }

    /**
     * Units opened, of which these are still open: the same for all legs when each lot was closed alike; else only the
     * open units are looked at.
     */
    long originalUnits() {
        long original = original(legs.get(0));
        boolean alike = original > 0 && legs.stream().allMatch(leg -> original(leg) == original);
        return alike ? original : units;
    }

    private long original(FoundLeg leg) {
        long sum = 0;
        for (Slice slice : leg.slices()) {
            Lot lot = slice.lot();
            if (slice.units() * lot.quantity() % lot.openQuantity() != 0) {
                return 0;
            }
            sum += slice.units() * lot.quantity() / lot.openQuantity();
        }
        return sum % leg.ratio() == 0 ? sum / leg.ratio() : 0;
    }

    /**
     * Net credit of {@link #originalUnits}, negative for a debit; rounded down. Shares under a covered call are no part of
     * it: they were bought, not sold for premium.
     */
    Usd netCredit() {
        boolean whole = originalUnits() != units;
        Usd credit = Usd.ZERO;
        boolean covered = type == StructureType.COVERED_CALL;
        for (FoundLeg leg : legs) {
            for (Slice slice : covered && !leg.key().isOption() ? List.<Slice>of() : leg.slices()) {
                Lot lot = slice.lot();
                long counted = whole ? slice.units() * lot.quantity() / lot.openQuantity() : slice.units();
                credit = credit.plus(lot.cost().negated().part(counted, lot.quantity()));
            }
        }
        return credit;
    }

    Lot.Source source() {
        Lot.Source worst = Lot.Source.FILL;
        for (FoundLeg leg : legs) {
            for (Slice slice : leg.slices()) {
                worst = slice.lot().source().compareTo(worst) > 0 ? slice.lot().source() : worst;
            }
        }
        return worst;
    }

    /** When the first leg was opened, null when one of them is unknown. */
    Instant openedAt() {
        if (openedUnknown()) {
            return null;
        }
        return legs.stream().flatMap(leg -> leg.slices().stream()).map(slice -> slice.lot().opened())
                .min(Comparator.naturalOrder()).orElseThrow();
    }
}
