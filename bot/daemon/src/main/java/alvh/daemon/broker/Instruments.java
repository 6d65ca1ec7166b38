package alvh.daemon.broker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import alvh.planner.market.InstrumentKey;

/**
 * The room's book of names: conId to key and back. Filled from table {@code instrument}, from contract details and from
 * positions, each checked first; a contradiction is kept as the reason why the key is refused. Owned by the loop.
 */
final class Instruments {
    private final Naming naming;
    private final ContractCheck check;
    private final Consumer<KnownInstrument> learned;
    private final Map<Integer, KnownInstrument> byId = new TreeMap<>();
    private final Map<InstrumentKey, KnownInstrument> byKey = new TreeMap<>();
    private final Map<InstrumentKey, String> refused = new TreeMap<>();

    Instruments(Naming naming, ContractCheck check, List<KnownInstrument> known, Consumer<KnownInstrument> learned) {
        this.naming = naming;
        this.check = check;
        this.learned = learned;
        known.forEach(this::keep);
    }

    Optional<KnownInstrument> known(InstrumentKey key) {
        return refused.containsKey(key) ? Optional.empty() : Optional.ofNullable(byKey.get(key));
    }

    /** Why this key may not be used, in words. */
    Optional<String> refusal(InstrumentKey key) {
        return Optional.ofNullable(refused.get(key));
    }

    /** The key of facts that may lack everything but the id. */
    Optional<InstrumentKey> key(Facts facts) {
        return naming.key(facts).or(() -> key(facts.conId()));
    }

    Optional<InstrumentKey> key(int conId) {
        return Optional.ofNullable(byId.get(conId)).map(KnownInstrument::key);
    }

    Naming naming() {
        return naming;
    }

    /**
     * Takes facts into the book.
     *
     * @return the key when the facts name one and contradict nothing
     */
    Optional<InstrumentKey> learn(Facts facts) {
        Optional<InstrumentKey> named = naming.key(facts);
        if (named.isEmpty()) {
            return named;
        }
        InstrumentKey key = named.get();
        Optional<String> contradiction = check.contradiction(key, facts);
        if (contradiction.isPresent()) {
            refused.put(key, contradiction.get());
            return Optional.empty();
        }
        refused.remove(key);
        KnownInstrument fresh = ContractCheck.known(key, facts);
        KnownInstrument before = byKey.get(key);
        boolean poorer = before != null && before.conId() == fresh.conId() && fresh.ruleId() == 0;
        if (!poorer && !fresh.equals(before)) {
            keep(fresh);
            learned.accept(fresh);
        }
        return named;
    }

    private void keep(KnownInstrument known) {
        byId.put(known.conId(), known);
        byKey.put(known.key(), known);
    }
}
