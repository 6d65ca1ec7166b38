package alvh.planner.plan;

import java.util.List;

/**
 * The same plan at other shares of the premium: 15 % and 25 %.
 *
 * @param lines sentences for people, in order
 */
public record WhatIf(List<String> lines) {

    public static final WhatIf NONE = new WhatIf(List.of());

    public WhatIf {
        lines = List.copyOf(lines);
    }
}
