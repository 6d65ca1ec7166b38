package alvh.planner.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.SecType;
import alvh.planner.market.Side;

/**
 * Only the allowed shapes (promise 7; controls C4, C13, C14): buy to open a long VIX call or an SPX or XSP put debit
 * spread, sell to close at most what is owned, or a roll of exactly such a sale and such a buy. Pure.
 */
public final class OrderShape {
    private static final Set<String> CLASSES = Set.of("VIX", "VIXW", "SPX", "SPXW", "XSP");
    private static final long MOST_BOUGHT = 10;
    private static final long MOST_SOLD = 50;

    private OrderShape() {}

    /**
     * @param legs per package, in the direction of the order
     * @param owned packages that ledger and broker both say are ours, less working sales; for CLOSE and ROLL
     * @return every breach, empty when the shape is allowed
     */
    public static List<Breach> check(Effect effect, List<LotLeg> legs, long quantity, long owned) {
        var breaches = new ArrayList<Breach>();
        for (LotLeg leg : legs) {
            if (leg.key().secType() == SecType.FUTURE) {
                breaches.add(new Breach(Breach.Limit.STEEPENER, leg.key() + " is a future: a curve steepener is short "
                        + "volatility in stress and forbidden, and futures are off"));
            } else if (!leg.key().isOption() || !CLASSES.contains(leg.key().root())) {
                breaches.add(new Breach(Breach.Limit.UNDERLYING, leg.key() + " is not a VIX, SPX or XSP option"));
            }
        }
        if (!breaches.isEmpty()) {
            return breaches;
        }
        switch (effect) {
            case OPEN -> opening(legs, breaches);
            case CLOSE -> opening(reversed(legs), breaches);
            case ROLL -> roll(legs, breaches);
        }
        quantity(effect, quantity, owned, breaches);
        return breaches;
    }

    private static void opening(List<LotLeg> legs, List<Breach> breaches) {
        if (!isLongCall(legs) && !isPutDebitSpread(legs)) {
            breaches.add(new Breach(legs.stream().anyMatch(leg -> leg.side() == Side.SELL)
                    ? Breach.Limit.NAKED
                    : Breach.Limit.SHAPE, "not a long VIX call nor a put debit spread: " + legs));
        }
    }

    private static void roll(List<LotLeg> legs, List<Breach> breaches) {
        boolean two = legs.size() == 2 && legs.stream().filter(leg -> leg.side() == Side.SELL).count() == 1;
        boolean calls = two && isLongCall(only(legs, Side.BUY)) && isLongCall(reversed(only(legs, Side.SELL)));
        if (!calls) {
            breaches.add(new Breach(Breach.Limit.SHAPE, "a roll sells one VIX call and buys one: " + legs));
        }
    }

    private static boolean isLongCall(List<LotLeg> legs) {
        return legs.size() == 1 && legs.get(0).side() == Side.BUY && legs.get(0).ratio() == 1
                && legs.get(0).key().right() == Right.CALL && legs.get(0).key().underlying().equals("VIX");
    }

    private static boolean isPutDebitSpread(List<LotLeg> legs) {
        if (legs.size() != 2 || only(legs, Side.BUY).size() != 1) {
            return false;
        }
        InstrumentKey bought = only(legs, Side.BUY).get(0).key();
        InstrumentKey sold = only(legs, Side.SELL).get(0).key();
        return legs.stream().allMatch(leg -> leg.ratio() == 1 && leg.key().right() == Right.PUT)
                && !bought.underlying().equals("VIX") && bought.root().equals(sold.root())
                && bought.settlementDate().equals(sold.settlementDate()) && bought.strikeMilli() > sold.strikeMilli();
    }

    private static void quantity(Effect effect, long quantity, long owned, List<Breach> breaches) {
        long most = effect == Effect.CLOSE ? MOST_SOLD : MOST_BOUGHT;
        if (quantity < 1 || quantity > most) {
            breaches.add(new Breach(Breach.Limit.QUANTITY, quantity + " contracts; 1 to " + most + " are allowed"));
        }
        if (effect != Effect.OPEN && quantity > owned) {
            breaches.add(new Breach(Breach.Limit.NAKED, "sells " + quantity + " of " + owned + " owned"));
        }
    }

    private static List<LotLeg> only(List<LotLeg> legs, Side side) {
        return legs.stream().filter(leg -> leg.side() == side).toList();
    }

    private static List<LotLeg> reversed(List<LotLeg> legs) {
        return legs.stream().map(leg -> new LotLeg(leg.key(), leg.ratio(), leg.side().opposite())).toList();
    }
}
