package alvh.daemon.console;

import java.util.ArrayList;
import java.util.List;

/**
 * A plain table: columns as wide as their widest cell, numbers to the right, two blanks between. When the rows do not
 * fit the width, a flexible column is cut first, then columns marked droppable disappear from the right; nothing wraps.
 */
final class Columns {

    private record Column(String head, boolean right, boolean droppable, int least) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();

    Columns left(String head) {
        columns.add(new Column(head, false, false, 0));
        return this;
    }

    Columns right(String head) {
        columns.add(new Column(head, true, false, 0));
        return this;
    }

    /** A left-aligned column whose cells are cut, down to {@code least} characters, before any other is lost. */
    Columns flexible(String head, int least) {
        columns.add(new Column(head, false, false, least));
        return this;
    }

    /** A right-aligned column that a narrow screen may lose. */
    Columns rightIfRoom(String head) {
        columns.add(new Column(head, true, true, 0));
        return this;
    }

    Columns row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(cells);
        return this;
    }

    List<String> lines(int width, String indent) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            shown.add(i);
        }
        shrink(shown, width - indent.length());
        while (total(shown) + indent.length() > width) {
            Integer drop = shown.reversed().stream().filter(i -> columns.get(i).droppable()).findFirst().orElse(null);
            if (drop == null) {
                break;
            }
            shown.remove(drop);
        }
        List<String> lines = new ArrayList<>();
        String[] heads = columns.stream().map(Column::head).toArray(String[]::new);
        if (columns.stream().anyMatch(c -> !c.head().isEmpty())) {
            lines.add(line(heads, shown, indent, width));
        }
        rows.forEach(r -> lines.add(line(r, shown, indent, width)));
        return lines;
    }

    /** Cuts the cells of flexible columns by what the table is too wide, but not below their least width. */
    private void shrink(List<Integer> shown, int room) {
        for (int i : shown) {
            int over = total(shown) - room;
            int least = columns.get(i).least();
            if (over > 0 && least > 0) {
                int width = Math.max(least, width(i) - over);
                rows.forEach(r -> r[i] = Text.fit(r[i], width));
            }
        }
    }

    private int total(List<Integer> shown) {
        return shown.stream().mapToInt(i -> width(i) + 2).sum() - 2;
    }

    private int width(int column) {
        int width = columns.get(column).head().length();
        for (String[] row : rows) {
            width = Math.max(width, row[column].length());
        }
        return width;
    }

    private String line(String[] cells, List<Integer> shown, String indent, int width) {
        StringBuilder out = new StringBuilder(indent);
        for (int i : shown) {
            String cell = cells[i];
            String pad = " ".repeat(width(i) - cell.length());
            out.append(columns.get(i).right() ? pad + cell : cell + pad).append("  ");
        }
        return Text.fit(out.toString().stripTrailing(), width);
    }
}
