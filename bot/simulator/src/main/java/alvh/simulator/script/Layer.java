package alvh.simulator.script;

/** The three layers a scenario may name in place of an instrument; ids are never written in a scenario. */
public enum Layer {
    BASE, ACCELERATION, CONTINGENCY
}
