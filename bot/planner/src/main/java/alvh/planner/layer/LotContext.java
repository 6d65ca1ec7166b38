package alvh.planner.layer;

import java.time.LocalDate;

/**
 * What the lot rules need beside the lots.
 *
 * @param ratio VIX/VIX3M, NaN when unknown: then rolls wait for the later date
 * @param vixClose the last VIX close, NaN when unknown
 * @param panicOver R is below 0.90 and a PANIC regime was seen since it last was
 * @param premiumGone closes in a row without eligible premium
 * @param flowExcess dollars by which the flow test of 3.4 fails, 0 when it passes; {@code stockExcess} likewise
 * @param keepCore setting layers.keep_core: L3 outlives the book
 * @param holdIntoSoq setting layers.hold_into_soq
 * @param lifo sell the newest lot of a contract first
 * @param holdToExpiry preset vxth: Base lots are held to their settlement, without rungs, rolls, floors or releases
 * @param salesOnly the five-minute rhythm: only rungs and floors, no rolls, no releases
 */
public record LotContext(LocalDate today, double ratio, double vixClose, boolean panicOver, int premiumGone,
        double flowExcess, double stockExcess, boolean keepCore, boolean holdIntoSoq, boolean lifo,
        boolean holdToExpiry,
        boolean salesOnly) {

    /** A budget test of 3.4 fails. */
    boolean budgetBroken() {
        return flowExcess > 0 || stockExcess > 0;
    }
}
