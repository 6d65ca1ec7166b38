package alvh.simulator.capture;

/** What was named is no capture, or cannot be used as asked: a sentence for the person. */
public final class BadCapture extends Exception {

    private static final long serialVersionUID = 1L;

    BadCapture(String sentence) {
        super(sentence, null, false, false);
    }
}
