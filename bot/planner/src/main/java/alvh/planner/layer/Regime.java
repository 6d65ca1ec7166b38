package alvh.planner.layer;

/** Volatility regimes of methodology 2.1, confirmed by two closes. */
public enum Regime {
    CALM, NORMAL, STRESSED, PANIC
}
