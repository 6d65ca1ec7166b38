package alvh.simulator.capture;

/** How one item becomes one line. */
sealed interface LineStyle permits TextLines, JsonLines {

    String frame(Item item, Item.Event.Frame frame, Decoded decoded);

    /** @param text masked already */
    String other(Item item, Direction direction, String what, String text);
}
