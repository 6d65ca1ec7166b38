package alvh.daemon.approval;

import java.util.Locale;

import alvh.planner.money.Usd;

/**
 * Who must say yes.
 *
 * @param humanAboveUsd in auto mode: plans whose worst case is above need a person; null for never
 * @param standingHarvest in approve mode: sales of harvest rungs are approved beforehand
 * @param collar of the acceptance check
 * @param delayedAllowed delayed quotes may trade (paper only)
 */
public record ApprovalSettings(Mode mode, Usd humanAboveUsd, boolean standingHarvest, Collar collar,
        boolean delayedAllowed) {

    /** {@code approval.mode}. */
    public enum Mode {
        DRY_RUN, APPROVE, AUTO;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
