package alvh.planner.decide;

import java.util.Map;

import alvh.planner.line.Candidate;
import alvh.planner.line.LinePricer;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;

/**
 * What the orders of a plan take at worst, with the fees of the whole order: what is planned, signed and told. The sizing
 * program counts whole units instead, each with the fee of an order of its own, and so never less.
 */
public final class OrderCharges {
    private OrderCharges() {}

    /** Last rung x multiplier x quantity + reserved fees; never below zero. */
    static Usd worstCase(Candidate candidate, int units, HedgeSettings.Fees fees) {
        return net(candidate, units, fees).max(Usd.ZERO);
    }

    static Usd fees(Candidate candidate, int units, HedgeSettings.Fees fees) {
        boolean oneOrder = candidate.isRoll() && !candidate.inTwoOrders();
        int legs = candidate.buys().size() + (oneOrder ? candidate.sells().size() : 0);
        return fees.reserve(candidate.buys().get(0).key().root(), (long) units * legs);
    }

    /** What the orders take from the flow test: of a roll the new debit less what its sale credits. */
    public static Usd flow(Map<Candidate, Integer> taken, HedgeSettings.Fees fees) {
        return taken.entrySet().stream().map(line -> flow(line.getKey(), line.getValue(), fees)).reduce(Usd.ZERO,
                Usd::plus);
    }

    static Usd flow(Candidate candidate, int units, HedgeSettings.Fees fees) {
        if (candidate.isRoll()) {
            Usd credit = candidate.proceeds().min(candidate.rolled().unitCost());
            return newDebit(candidate, units, fees).minus(credit.times(units)).max(Usd.ZERO);
        }
        return candidate.fund() == null ? worstCase(candidate, units, fees) : Usd.ZERO;
    }

    /** What they take from the stock test: of a roll the new debit less what is unrecovered of the units sold. */
    public static Usd stock(Map<Candidate, Integer> taken, HedgeSettings.Fees fees) {
        return taken.entrySet().stream().map(line -> line.getKey().isRoll()
                ? newDebit(line.getKey(), line.getValue(), fees)
                        .minus(line.getKey().rolled().unitUnrecovered().times(line.getValue()))
                : flow(line.getKey(), line.getValue(), fees)).reduce(Usd.ZERO, Usd::plus);
    }

    private static Usd newDebit(Candidate roll, int units, HedgeSettings.Fees fees) {
        Usd net = net(roll, units, fees);
        return roll.inTwoOrders() ? net : net.plus(roll.proceeds().times(units));
    }

    private static Usd net(Candidate candidate, int units, HedgeSettings.Fees fees) {
        return candidate.ladder().last().cost(LinePricer.MULTIPLIER, units).plus(fees(candidate, units, fees));
    }
}
