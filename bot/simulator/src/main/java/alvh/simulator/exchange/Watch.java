package alvh.simulator.exchange;

import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.Tape;

/** Whether the conditions of a conditional order hold at this moment. */
final class Watch {

    private final Market market;
    private final Account account;
    private final Valuer valuer;

    Watch(Market market, Account account, Valuer valuer) {
        this.market = market;
        this.account = account;
        this.valuer = valuer;
    }

    /** AND binds closer than OR; no conditions hold always. */
    boolean hold(BookedOrder order) {
        List<Condition> conditions = order.ticket().terms().conditions();
        boolean any = conditions.isEmpty();
        boolean all = true;
        for (int i = 0; i < conditions.size(); i++) {
            all &= holds(conditions.get(i), order);
            if (i == conditions.size() - 1 || !conditions.get(i).and()) {
                any |= all;
                all = true;
            }
        }
        return any;
    }

    private boolean holds(Condition condition, BookedOrder order) {
        return switch (condition) {
            case Condition.AtPrice c -> beyond(price(c), c.price(), c.isMore());
            case Condition.AtTime c -> c.isMore() != market.now().isBefore(c.at());
            case Condition.AtMargin c -> beyond(cushion(), c.percent(), c.isMore());
            case Condition.AtExecution c -> account.executions(market.date()).stream()
                    .anyMatch(e -> !e.at().isBefore(order.accepted()) && e.permId() != order.permId() && meant(c, e));
            case Condition.AtVolume c -> beyond(tape(c.conId()).volume(), c.volume(), c.isMore());
            case Condition.AtChange c -> {
                Tape tape = tape(c.conId());
                yield beyond((tape.last() / tape.close() - 1) * 100, c.percent(), c.isMore());
            }
        };
    }

    private boolean meant(Condition.AtExecution c, Execution e) {
        String secType = e.isCombo() ? "BAG" : listing(e.conId()).secType();
        boolean anywhere = c.exchange().isEmpty() || c.exchange().equals("SMART") || c.exchange().equals(e.exchange());
        return c.symbol().equals(e.symbol()) && anywhere && (c.secType().isEmpty() || c.secType().equals(secType));
    }

    /** False for a NaN: what is not known does not hold. */
    private static boolean beyond(double value, double border, boolean isMore) {
        return isMore ? value >= border : value <= border;
    }

    private double cushion() {
        AccountValues values = valuer.values();
        return 100 * values.excessLiquidity().toDouble() / values.netLiquidation().toDouble();
    }

    private double price(Condition.AtPrice c) {
        Tape tape = tape(c.conId());
        boolean byQuote = c.method() == 1 || c.method() == 4 || c.method() == 0 && listing(c.conId()).isOption();
        if (c.method() == 8) {
            return tape.mid();
        }
        return byQuote ? c.isMore() ? tape.bid() : tape.ask() : tape.last();
    }

    private Tape tape(int conId) {
        InstrumentKey key = listing(conId).key();
        return market.tape(key);
    }

    private Listing listing(int conId) {
        return market.catalogue().byConId(conId).orElseThrow();
    }
}
