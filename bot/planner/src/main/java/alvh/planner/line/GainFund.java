package alvh.planner.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.ledger.HedgeCharges;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.money.Usd;

/**
 * Harvested gains that may extend protection into the next longer layer (methodology 2.6 rule 2): half of each gain above
 * cost, less what it has paid for already.
 *
 * @param lots the harvested lots, oldest id first
 */
public record GainFund(String name, Usd amount, List<String> lots) {
    private static final double HALF_FROM = 30;
    private static final BigDecimal ORDER_SHARE = new BigDecimal("0.45");

    /**
     * @param target the layer that would buy; Base extends nothing, it is the shortest
     * @param forward VIX forward of the expiry to be bought: from 30 on only half of the fund
     */
    public static GainFund of(LayerId target, double forward, HedgeCharges charges, Ledger ledger) {
        Usd sum = Usd.ZERO;
        var lots = new ArrayList<String>();
        for (var entry : charges.extendable().entrySet()) {
            LayerId source = ledger.lots().get(entry.getKey()).layer();
            if (entry.getValue().isPositive() && source.ordinal() + 1 == target.ordinal()) {
                sum = sum.plus(entry.getValue());
                lots.add(entry.getKey());
            }
        }
        return new GainFund("gains for " + target.code(), forward >= HALF_FROM ? sum.part(1, 2) : sum,
                List.copyOf(lots));
    }

    /** Control C3 measured against the fund: 45 % of it, or one unit. */
    Usd mostInOneOrder() {
        return amount.share(ORDER_SHARE);
    }
}
