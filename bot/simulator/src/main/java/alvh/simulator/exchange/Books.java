package alvh.simulator.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;

/** Cash and positions. Costs are averaged: a sale takes its share of the position's cost with it. */
final class Books {

    private final TreeMap<InstrumentKey, Position> positions = new TreeMap<>();
    private Usd cash;
    private Usd realised = Usd.ZERO;

    Books(Usd cash) {
        this.cash = cash;
    }

    Books copy() {
        Books copy = new Books(cash);
        copy.positions.putAll(positions);
        copy.realised = realised;
        return copy;
    }

    /** As it stood in this copy. */
    void become(Books copy) {
        positions.clear();
        positions.putAll(copy.positions);
        cash = copy.cash;
        realised = copy.realised;
    }

    Usd cash() {
        return cash;
    }

    Usd realised() {
        return realised;
    }

    void addRealised(Usd amount) {
        realised = realised.plus(amount);
    }

    void setCash(Usd amount) { cash = amount; }

    void put(Position position) {
        positions.put(position.key(), position);
    }

    Position of(InstrumentKey key, int conId) {
        return positions.getOrDefault(key, new Position(key, conId, 0, Usd.ZERO));
    }

    /** In key order, without flat ones. */
    List<Position> open() {
        List<Position> open = new ArrayList<>();
        for (Position position : positions.values()) {
            if (position.quantity() != 0) {
                open.add(position);
            }
        }
        return open;
    }

    /**
     * Books one execution.
     *
     * @param signed quantity, negative for a sale
     * @param value price times multiplier times quantity, negative for a sale
     * @return the profit realised by the part that closed something; null when nothing was closed
     */
    Usd trade(InstrumentKey key, int conId, int signed, Usd value, Usd fee) {
        Position before = of(key, conId);
        Usd paid = value.plus(fee);
        cash = cash.minus(paid);
        int closing = Integer.signum(signed) == -Integer.signum(before.quantity())
                ? Math.min(Math.abs(signed), Math.abs(before.quantity()))
                : 0;
        if (closing == 0) {
            put(new Position(key, conId, before.quantity() + signed, before.cost().plus(paid)));
            return null;
        }
        Usd costGone = before.cost().part(closing, Math.abs(before.quantity()));
        Usd paidForClosing = paid.part(closing, Math.abs(signed));
        Usd rest = paid.minus(paidForClosing);
        put(new Position(key, conId, before.quantity() + signed, before.cost().minus(costGone).plus(rest)));
        return paidForClosing.plus(costGone).negated();
    }

    /**
     * Corrects a former execution: cash moves by the difference, and so does the cost, unless the execution had closed a
     * part of the position and only its price changes.
     *
     * @param side sign of the execution, {@code signed} the change of the position
     */
    void adjust(InstrumentKey key, int conId, int side, int signed, Usd value) {
        Position before = of(key, conId);
        cash = cash.minus(value);
        int quantity = before.quantity() + signed;
        if (signed == 0 && Integer.signum(before.quantity()) != side) {
            return;
        }
        put(new Position(key, conId, quantity, quantity == 0 ? Usd.ZERO : before.cost().plus(value)));
    }

    /** Removes a settled position for this cash (negative: paid). */
    void settle(Position position, Usd cashFlow) {
        cash = cash.plus(cashFlow);
        put(new Position(position.key(), position.conId(), 0, Usd.ZERO));
    }
}
