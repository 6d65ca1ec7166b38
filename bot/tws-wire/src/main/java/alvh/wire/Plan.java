package alvh.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a table that hold at one server version, flat: runs of fields, and what interrupts them. For reading. */
final class Plan {

    private final Step[] steps;

    private Plan(List<Step> steps) {
        this.steps = steps.toArray(Step[]::new);
    }

    static Plan of(List<Node> nodes, int serverVersion) {
        List<Step> steps = new ArrayList<>();
        List<Node.Field> run = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Node.Field field) {
                if (field.at(serverVersion)) {
                    run.add(field);
                }
                continue;
            }
            close(run, steps);
            switch (node) {
                case Node.When when -> steps.add(new Conditional(when, of(when.nodes(), serverVersion)));
                case Node.Choice choice -> {
                    Map<Integer, Plan> branches = new HashMap<>();
                    choice.branches().forEach((number, branch) -> branches.put(number, of(branch, serverVersion)));
                    steps.add(new Chosen(choice, branches));
                }
                case Node.Repeat list -> {
                    if (list.at(serverVersion)) {
                        steps.add(new Elements(list, list.layout().plan(serverVersion)));
                    }
                }
                case Node.Field field -> throw new IllegalStateException("already taken: " + field);
            }
        }
        close(run, steps);
        return new Plan(steps);
    }

    private static void close(List<Node.Field> run, List<Step> steps) {
        if (!run.isEmpty()) {
            steps.add(new Run(run.toArray(Node.Field[]::new)));
            run.clear();
        }
    }

    /** Reads the fields that follow. */
    void read(Fields<?> into, BodyReader in, FieldCheck check) {
        for (Step step : steps) {
            step.read(into, in, check);
        }
    }

    private interface Step {

        void read(Fields<?> into, BodyReader in, FieldCheck check);
    }

    private record Run(Node.Field[] fields) implements Step {

        @Override
        public void read(Fields<?> into, BodyReader in, FieldCheck check) {
            if (check.idle()) {
                into.cut(fields, in);
                return;
            }
            for (Node.Field field : fields) {
                in.advance(field.name());
                check.accept(field, in);
                into.take(field, in.from(), in.to());
            }
        }
    }

    private record Conditional(Node.When when, Plan inner) implements Step {

        @Override
        public void read(Fields<?> into, BodyReader in, FieldCheck check) {
            if (Conditions.hold(when, into)) {
                inner.read(into, in, check);
            }
        }
    }

    private record Chosen(Node.Choice choice, Map<Integer, Plan> branches) implements Step {

        @Override
        public void read(Fields<?> into, BodyReader in, FieldCheck check) {
            Plan branch = branches.get(into.intValue(choice.on()));
            if (branch == null) {
                throw choice.unknown(into, in.index());
            }
            branch.read(into, in, check);
        }
    }

    private record Elements(Node.Repeat list, String count, Plan element) implements Step {

        Elements(Node.Repeat list, Plan element) {
            this(list, "count of " + list.name(), element);
        }

        @Override
        public void read(Fields<?> into, BodyReader in, FieldCheck check) {
            in.advance(count);
            int size = in.count(count, check.strict() && check.request());
            into.begin(list);
            for (int i = 0; i < size; i++) {
                WireMessage.Group group = into.element(list);
                element.read(group, in, check);
                into.append(list, group);
            }
        }
    }
}
