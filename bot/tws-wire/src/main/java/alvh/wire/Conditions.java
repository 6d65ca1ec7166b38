package alvh.wire;

/** Decides whether the conditional fields of a table are there. */
final class Conditions {

    private Conditions() {}

    static boolean hold(Node.When when, Fields<?> values) {
        return switch (when.test()) {
            case Node.Test.NotEmpty any -> !values.isEmpty(when.on());
            case Node.Test.OneOf some -> values.isOneOf(when.on(), some.texts());
            case Node.Test.Positive number -> {
                double value = values.doubleValue(when.on());
                yield value > 0 && value != Double.MAX_VALUE;
            }
            case Node.Test.HasElements some -> values.size(some.list()) > 0;
            case Node.Test.UpToMid rule -> upToMid(values.raw(when.on()), values.doubleValue(rule.offset()));
        };
    }

    private static boolean upToMid(String orderType, double offset) {
        return switch (orderType) {
            case "PEG MID", "PEGMID" -> true;
            case "PEG BEST", "PEGBEST" -> offset == Double.POSITIVE_INFINITY;
            default -> false;
        };
    }
}
