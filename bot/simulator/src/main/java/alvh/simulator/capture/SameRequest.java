package alvh.simulator.capture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import alvh.wire.MessageFields.Part;

/** Compares what a client asks with what was recorded. */
final class SameRequest {

    /** Named by the client as it likes: matched, not compared. */
    static final Set<String> OWN_NAMES = Set.of("reqId", "orderId", "parentId", "orderRef");
    /** Where these differ it is another question, and its answer would be wrong. */
    private static final Set<String> SUBJECT = Set.of("conId", "contract.conId", "symbol", "secType",
            "lastTradeDateOrContractMonth", "strike", "right", "localSymbol", "tradingClass", "action", "marketRuleId",
            "underlyingSymbol", "underlyingConId", "whatToShow", "barSizeSetting", "tags", "subscribe", "apiOnly");

    private SameRequest() {}

    /** A field that is not as recorded. */
    record Difference(String field, String recorded, String got, boolean subject) {}

    static List<Difference> differences(List<Part> recorded, List<Part> got) {
        List<Difference> differences = new ArrayList<>();
        compare("", recorded, got, differences);
        return differences;
    }

    private static void compare(String path, List<Part> recorded, List<Part> got, List<Difference> into) {
        for (int i = 0; i < Math.max(recorded.size(), got.size()); i++) {
            Part was = i < recorded.size() ? recorded.get(i) : null;
            Part is = i < got.size() ? got.get(i) : null;
            String name = path + (was != null ? was.name() : is.name());
            if (was instanceof Part.Value one && is instanceof Part.Value two && one.name().equals(two.name())) {
                if (!OWN_NAMES.contains(one.name()) && !same(one, two)) {
                    into.add(new Difference(name, one.text(), two.text(), SUBJECT.contains(one.name())));
                }
            } else if (was instanceof Part.Elements one && is instanceof Part.Elements two
                    && one.elements().size() == two.elements().size()) {
                for (int j = 0; j < one.elements().size(); j++) {
                    compare(name + "[" + (j + 1) + "].", one.elements().get(j), two.elements().get(j), into);
                }
            } else {
                into.add(new Difference(name, shown(was), shown(is), true));
                return;
            }
        }
    }

    private static String shown(Part part) {
        return switch (part) {
            case null -> "nothing";
            case Part.Value value -> value.name() + "=" + value.text();
            case Part.Elements list -> list.name() + " with " + list.elements().size() + " elements";
        };
    }

    /** Other clients write 20 where one writes 20.0, and nothing where one writes the number for unset. */
    private static boolean same(Part.Value one, Part.Value two) {
        if (one.text().equals(two.text()) || one.unset() && two.unset()) {
            return true;
        }
        try {
            return new BigDecimal(one.text()).compareTo(new BigDecimal(two.text())) == 0;
        } catch (NumberFormatException noNumbers) {
            return false;
        }
    }
}
