package alvh.planner.ledger;

/** The three hedge layers, in the order in which each lets the next one act. */
public enum LayerId {
    BASE("L1", "Base"), ACCELERATION("L2", "Acceleration"), CONTINGENCY("L3", "Contingency");

    private final String code;
    private final String word;

    LayerId(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }
}
