package alvh.simulator.market;

/** The four option computations of one option (tick types 10 to 13). */
public record Computations(Greeks bid, Greeks ask, Greeks last, Greeks model) {}
