package alvh.wire;

/** How a reader treats what other programs write differently. Missing fields are an error in both. */
public enum Strictness {

    /**
     * Exactly the documented fields, every text readable as its type, constants as documented, no empty text where a
     * live gateway insists on a number.
     */
    STRICT,
    /**
     * Surplus fields are ignored, constants are not compared, an empty number is its default, empty booleans are
     * false. Values of requests are checked when the frame is read, those of answers when they are asked for.
     */
    LENIENT
}
