package alvh.planner.plan;

import java.time.Instant;
import java.util.List;

import alvh.planner.ledger.LayerId;

/** A layer's certificate (methodology 2.7): who signed, who refused and why; it lets the next layer act. */
public record Certificate(LayerId layer, List<Signature> signatures, Instant expires, boolean valid) {

    /** How HUMAN begins while only the approval mode decides whether a person is asked. */
    public static final String IF_ASKED = "awaiting in approve mode";

    /** The signers; a missing one of the first four is a no. HUMAN is one signature for all layers, given last. */
    public enum Signer {
        RULE, BUDGET, RISK, DATA, HUMAN
    }

    /** {@code signed} with the reason either way; HUMAN reads "awaiting" while a plan is made. */
    public record Signature(Signer signer, boolean signed, String because) {}
}
