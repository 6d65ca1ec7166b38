package alvh.daemon.execution;

import java.util.List;

/**
 * Something that a person must settle (reliability 5.5), with the answers there are.
 *
 * @param decided the choice made, null while it is open
 */
public record OpenCase(int caseId, Kind kind, String subject, String question, List<String> choices, String decided) {

    public static final String WORTHLESS = "worthless";
    /** A choice with an amount: {@code value 125.00}, dollars per contract. */
    static final String VALUE = "value AMOUNT";
    /** The answers to a question about a settlement; the order truth books what is answered. */
    public static final List<String> SETTLEMENT_CHOICES = List.of(WORTHLESS, VALUE, "wait");

    /** What can be open. */
    public enum Kind {
        UNKNOWN_ORDER, ORPHAN, LEG_MISSING, UNVERIFIED_FILL, REF_ECHO, POSITION, CLAIM, SETTLEMENT, GAP;

        /** What is not done while such a case is open, in words. */
        public String blocks() {
            return switch (this) {
                case UNKNOWN_ORDER -> "orders in the same instruments";
                case ORPHAN, LEG_MISSING, UNVERIFIED_FILL, REF_ECHO -> "all orders, until a person resumes";
                case POSITION -> "buys";
                case CLAIM -> "sales of that instrument";
                case SETTLEMENT, GAP -> "nothing";
            };
        }
    }

    public boolean open() {
        return decided == null;
    }

    OpenCase decided(String choice) {
        return new OpenCase(caseId, kind, subject, question, choices, choice);
    }
}
