package alvh.daemon.ops;

import java.util.List;

import alvh.daemon.audit.AuditLog;
import alvh.planner.ledger.Ledger;

/**
 * What a verb may see and do: inside a running daemon, or outside with the journal opened for looking. The same command
 * classes run against both.
 */
public interface Access {

    /** Where the daemon stands; outside, what the journal says of its last life. */
    Status status();

    /**
     * @param alive whether a daemon runs on this home
     * @param level DOWN, RECONCILING, READY, READ_ONLY, DEGRADED; STOPPED when not alive
     * @param plan the open offer or plan under way, in words; empty when there is none
     */
    record Status(boolean alive, String account, String kind, String mode, String level, String words, String killed,
            String plan, String planHash, List<String> working, List<String> halts, long records, String home,
            String client) {}

    /** The ledger of now. */
    Ledger ledger();

    /** The cases that wait for a person. */
    List<Case> cases();

    /** One open question, its choices with what each does, and what is blocked meanwhile. */
    record Case(int id, String kind, String subject, String question, List<String> choices) {}

    AuditLog audit();

    /** What a deciding verb answers. */
    record Answer(int exitCode, String text) {}

    Answer approve(String hash, String who);

    Answer reject(String hash, String who);

    Answer decide(int caseId, String choice, String reason, String who);

    Answer kill(String who, String why, boolean everything);

    Answer resume(String who, String why);

    /** Starts a plan by hand; {@link Answer#text} is the screen. */
    Answer plan(boolean json);
}
