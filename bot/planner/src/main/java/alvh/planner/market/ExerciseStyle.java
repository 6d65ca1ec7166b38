package alvh.planner.market;

/** When an option may be exercised. */
public enum ExerciseStyle {
    EUROPEAN, AMERICAN
}
