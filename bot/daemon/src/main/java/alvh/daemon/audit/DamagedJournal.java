package alvh.daemon.audit;

/** A row or a stored text is not what it was when it was written; the message names it. */
public final class DamagedJournal extends IllegalStateException {

    private static final long serialVersionUID = 1;

    DamagedJournal(String message, Throwable cause) {
        super(message, cause);
    }
}
