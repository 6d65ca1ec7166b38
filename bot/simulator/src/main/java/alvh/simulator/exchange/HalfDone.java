package alvh.simulator.exchange;

import java.util.List;

/** Broken code within a step: what came after these facts has been taken back, they themselves happened. */
public final class HalfDone extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<ExchangeOutput> facts;

    HalfDone(List<ExchangeOutput> facts, RuntimeException cause) {
        super(cause);
        this.facts = List.copyOf(facts);
    }

    /** To be recorded and told all the same. */
    public List<ExchangeOutput> facts() {
        return facts;
    }
}
