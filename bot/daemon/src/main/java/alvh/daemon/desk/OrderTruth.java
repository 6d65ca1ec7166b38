package alvh.daemon.desk;

import java.util.List;

import alvh.planner.market.AccountSnapshot;

/**
 * One complete reading of what the broker says: open orders, completed orders, executions, positions (reliability 5.4,
 * steps 5-9), collected in that order. Two equal digests in a row are needed before anything is sent.
 *
 * @param executionsEnded false when the list of executions had no end mark: never evidence about an attempt's fate
 * @param readOnly the gateway refused order questions because its API is Read-Only
 */
public record OrderTruth(List<Event.OrderSeen> open, List<Event.CompletedSeen> completed,
        List<Event.ExecutionSeen> executions,
        List<Event.CommissionSeen> commissions, AccountSnapshot account, boolean executionsEnded, boolean readOnly,
        String digest) {

    public OrderTruth {
        open = List.copyOf(open);
        completed = List.copyOf(completed);
        executions = List.copyOf(executions);
        commissions = List.copyOf(commissions);
    }
}
