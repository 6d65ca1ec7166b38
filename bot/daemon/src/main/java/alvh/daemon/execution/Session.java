package alvh.daemon.execution;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.money.Usd;

/**
 * What a restart forgets, and reconciliation learns again.
 *
 * @param up accounts are proven and the session stands
 * @param reading token of the reading under way, 0 when none; {@code readAgain} when another must follow
 * @param bookedSinceRead an execution came while the reading was under way: it says nothing about positions
 * @param waitedToken first reading begun ten seconds after a difference was seen, 0 while that time has not passed
 * @param lastDigest of the reading before, empty when there is none to compare with
 * @param account from the last reading
 * @param others working orders that are not ours, from the last reading
 * @param orderIdFloor highest order id named by the broker, less one where it named the next
 * @param forcing orders whose SEND_START is being forced, by ticket
 * @param earlyCommissions reported before their execution, by execution id
 * @param noted words already noted as backward
 * @param stopping why the daemon is stopping, null while it is not
 * @param exitTicket after this force the process ends, 0 when none
 */
record Session(Readiness readiness, boolean up, long reading, boolean readAgain, boolean bookedSinceRead,
        long waitedToken, String lastDigest, AccountSnapshot account, List<Event.OrderSeen> others, int orderIdFloor,
        long nextToken,
        long nextTicket, SortedMap<Long, OrderRequest> forcing, SortedMap<String, Run> runs,
        SortedMap<String, Watch> watches, SortedMap<String, Usd> earlyCommissions, SortedMap<String, Boolean> noted,
        String stopping, long exitTicket, boolean journalLost) {

    static final Session NONE = new Session(new Readiness(Readiness.Level.DOWN, "no session with the gateway yet"),
            false, 0, false, false, 0, "", null, List.of(), 0, 1, 1, Collections.emptySortedMap(),
            Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap(),
            Collections.emptySortedMap(), null, 0, false);
}
