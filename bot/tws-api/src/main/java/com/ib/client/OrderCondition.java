package com.ib.client;

/** A condition that activates or cancels an order. A new one is joined with OR. */
public abstract class OrderCondition {

    private final OrderConditionType type;
    private boolean isConjunctionConnection;

    OrderCondition(OrderConditionType type) {
        this.type = type;
    }

    /** A condition of a type, to be cast and filled. */
    public static OrderCondition create(OrderConditionType type) {
        return switch (type) {
            case Price -> new PriceCondition();
            case Time -> new TimeCondition();
            case Margin -> new MarginCondition();
            case Execution -> new ExecutionCondition();
            case Volume -> new VolumeCondition();
            case PercentChange -> new PercentChangeCondition();
        };
    }

    public OrderConditionType type() {
        return type;
    }

    /** True joins with the next condition by AND, false by OR. */
    public boolean conjunctionConnection() {
        return isConjunctionConnection;
    }

    public void conjunctionConnection(boolean value) {
        isConjunctionConnection = value;
    }
}
