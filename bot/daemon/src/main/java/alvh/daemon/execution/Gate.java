package alvh.daemon.execution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import alvh.daemon.approval.Collar;
import alvh.daemon.approval.PackageQuote;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.Lot;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;

/** The sanity checks of one order at the last point before the wire (C3-C6, C13, C14): pure, all refusals at once. */
final class Gate {

    private static final Set<String> VIX_CLASSES = Set.of("VIX", "VIXW");
    private static final Set<String> SPREAD_CLASSES = Set.of("SPX", "SPXW", "XSP");
    private static final int MULTIPLIER = 100;

    /**
     * @param fees reserved for the order
     * @param capTotal the period budget
     * @param owned packages that the hedge ledger and the broker both say can be sold, less working sales
     * @param heldAndWorking contracts by instrument, unsigned: the broker's positions and all working orders
     */
    record Input(OrderRequest order, Effect effect, int multiplier, Usd fees, PackageQuote quote,
            Map<InstrumentKey, IndexLevel> levels, Usd capTotal, long owned,
            Map<InstrumentKey, Long> heldAndWorking) {}

    private Gate() {}

    static List<Refused> check(Input in, ExecutionSettings.Limits limits) {
        List<Refused> refusals = new ArrayList<>();
        shape(in, refusals);
        if (!refusals.isEmpty()) {
            // The other checks read the legs as what they should be.
            return refusals;
        }
        contracts(in, limits, refusals);
        debit(in, limits, refusals);
        position(in, limits, refusals);
        Collar collar = new Collar(limits.vixCeiling(), limits.spreadCeilingShare());
        collar.check(in.effect(), in.order().legs(), in.order().limit(), in.quote(), in.levels())
                .ifPresent(why -> refusals.add(new Refused(Refused.Code.COLLAR, why)));
        return refusals;
    }

    private static void contracts(Input in, ExecutionSettings.Limits limits, List<Refused> refusals) {
        int most = in.effect() == Effect.CLOSE ? limits.saleContracts() : limits.buyContracts();
        if (in.order().quantity() < 1 || in.order().quantity() > most) {
            refusals.add(new Refused(Refused.Code.CONTRACTS,
                    "quantity " + in.order().quantity() + ", expected 1 to " + most));
        }
        boolean sells = in.effect() != Effect.OPEN;
        if (sells && in.order().quantity() > in.owned()) {
            refusals.add(new Refused(Refused.Code.NOT_OWNED, "sells " + in.order().quantity() + ", the hedge owns "
                    + in.owned() + " that are not being sold already"));
        }
    }

    private static void debit(Input in, ExecutionSettings.Limits limits, List<Refused> refusals) {
        if (in.effect() == Effect.CLOSE) {
            return;
        }
        Usd cost = in.order().limit().cost(in.multiplier(), in.order().quantity()).plus(in.fees());
        Usd cap = in.capTotal().share(limits.orderShare());
        if (cost.compareTo(cap) > 0 && in.order().quantity() > 1) {
            refusals.add(
                    new Refused(Refused.Code.ORDER_CAP, "the order may cost " + cost.text() + ", one order at most "
                            + cap.text() + " or one unit"));
        }
    }

    private static void position(Input in, ExecutionSettings.Limits limits, List<Refused> refusals) {
        if (in.effect() == Effect.CLOSE) {
            return;
        }
        for (Lot.LotLeg leg : in.order().legs()) {
            LocalDate expiry = leg.key().settlementDate();
            long more = leg.ratio() * in.order().quantity();
            long sameExpiry = more;
            long total = more;
            for (Map.Entry<InstrumentKey, Long> held : in.heldAndWorking().entrySet()) {
                if (hedgeClass(held.getKey())) {
                    total += held.getValue();
                    sameExpiry += held.getKey().settlementDate().equals(expiry) ? held.getValue() : 0;
                }
            }
            if (sameExpiry > limits.position() || total > limits.position()) {
                refusals.add(new Refused(Refused.Code.POSITION_LIMIT, sameExpiry + " contracts on " + expiry + ", "
                        + total + " in all, at most " + limits.position()));
                return;
            }
        }
    }

    private static boolean hedgeClass(InstrumentKey key) {
        return key.isOption() && (VIX_CLASSES.contains(key.root()) || SPREAD_CLASSES.contains(key.root()));
    }

    /** Only the allowed shapes (promise 7): everything else is refused, whatever it is. */
    private static void shape(Input in, List<Refused> refusals) {
        List<Lot.LotLeg> legs = in.order().legs();
        if (in.multiplier() != MULTIPLIER || legs.stream().anyMatch(l -> !hedgeClass(l.key()) || l.ratio() != 1)) {
            refusals.add(new Refused(Refused.Code.NOT_LISTED,
                    "multiplier " + in.multiplier() + ", legs " + legs
                            + "; expected VIX, SPX or XSP options, 1 to 1, 100"));
            return;
        }
        boolean fits = switch (in.effect()) {
            case OPEN -> vixCall(legs, Side.BUY) && in.order().side() == Side.BUY
                    || putSpread(legs, Side.BUY) && in.order().side() == Side.BUY && in.order().limit().e4() > 0;
            case CLOSE -> vixCall(legs, Side.SELL) && in.order().side() == Side.SELL
                    || putSpread(legs, Side.SELL) && in.order().side() == Side.BUY && in.order().limit().e4() < 0;
            case ROLL -> vixRoll(legs) && in.order().side() == Side.BUY;
        };
        boolean single = legs.size() == 1 && in.order().limit().e4() <= 0;
        if (!fits || single) {
            refusals.add(new Refused(Refused.Code.SHAPE, in.effect() + " " + in.order().side() + " " + legs + " at "
                    + in.order().limit()
                    + " is none of: buy a VIX call, buy a put spread, sell either, roll a VIX call"));
        }
    }

    private static boolean vixCall(List<Lot.LotLeg> legs, Side side) {
        return legs.size() == 1 && isVixCall(legs.get(0)) && legs.get(0).side() == side;
    }

    private static boolean isVixCall(Lot.LotLeg leg) {
        return VIX_CLASSES.contains(leg.key().root()) && leg.key().right() == Right.CALL;
    }

    /** @param upper the side of the higher strike: BUY opens the spread, SELL closes it */
    private static boolean putSpread(List<Lot.LotLeg> legs, Side upper) {
        if (legs.size() != 2) {
            return false;
        }
        Lot.LotLeg high = legs.get(0).key().strikeMilli() > legs.get(1).key().strikeMilli() ? legs.get(0) : legs.get(1);
        Lot.LotLeg low = high == legs.get(0) ? legs.get(1) : legs.get(0);
        return SPREAD_CLASSES.contains(high.key().root()) && high.key().root().equals(low.key().root())
                && high.key().settlementDate().equals(low.key().settlementDate())
                && high.key().right() == Right.PUT && low.key().right() == Right.PUT
                && high.key().strikeMilli() > low.key().strikeMilli() && high.side() == upper
                && low.side() == upper.opposite();
    }

    private static boolean vixRoll(List<Lot.LotLeg> legs) {
        return legs.size() == 2 && isVixCall(legs.get(0)) && isVixCall(legs.get(1))
                && legs.get(0).side() != legs.get(1).side() && !legs.get(0).key().equals(legs.get(1).key());
    }
}
