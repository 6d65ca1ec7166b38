package alvh.planner.layer;

import java.time.LocalDate;
import java.util.Locale;

import alvh.planner.market.TradingCalendar;
import alvh.planner.signal.Signals;

/**
 * What closes or halves a layer's buys whatever its level (methodology 2.2): gates belong to the plan, not to the fold.
 *
 * @param reason why buys are closed, OPEN when they are not
 * @param throttlePercent 100, 50 or 0
 * @param because one sentence; empty when wide open
 */
public record BuyGate(Reason reason, int throttlePercent, String because) {
    /** The gates, in the order in which they are asked. */
    public enum Reason {
        OPEN, NO_VIX, VVIX_ABOVE_140, FORWARD_ABOVE_50, AFTER_HARVEST_REST, EVENT_BLACKOUT
    }

    private static final double VVIX_STOP = 140;
    private static final double FORWARD_STOP = 50;
    private static final double FORWARD_HALF = 30;
    private static final double FORWARD_CHEAP = 11;
    private static final int REST_SESSIONS = 15;

    public boolean open() {
        return reason == Reason.OPEN;
    }

    /**
     * @param forward the VIX forward of the expiry to be bought, in points; NaN when no forward is known, which leaves the
     *        throttle to the candidates' own data checks
     * @param lastRungSale trade date of the last rung sold that still rests buys, or null
     */
    public static BuyGate of(double forward, double vvix, Signals signals, LocalDate lastRungSale, LocalDate today,
            TradingCalendar calendar) {
        if (!(signals.vix() > 0)) {
            return closed(Reason.NO_VIX, "no VIX: the layers are frozen, nothing is bought");
        }
        if (vvix >= VVIX_STOP) {
            return closed(Reason.VVIX_ABOVE_140,
                    String.format(Locale.ROOT, "VVIX %.1f >= 140: protection is too dear", vvix));
        }
        if (forward >= FORWARD_STOP) {
            return closed(Reason.FORWARD_ABOVE_50,
                    String.format(Locale.ROOT, "VIX forward %.2f >= 50: harvest, do not buy", forward));
        }
        if (lastRungSale != null && calendar.sessionsBetween(lastRungSale, today) < REST_SESSIONS) {
            return closed(Reason.AFTER_HARVEST_REST, String.format(Locale.ROOT,
                    "harvest of %s: no buys until VIX/VIX3M closes below 0.95, now %.2f, or 15 sessions have passed, now %d",
                    lastRungSale, signals.ratio(), calendar.sessionsBetween(lastRungSale, today)));
        }
        if (signals.blackout() != null) {
            return closed(Reason.EVENT_BLACKOUT, signals.blackout());
        }
        return throttle(forward);
    }

    private static BuyGate throttle(double forward) {
        if (forward >= FORWARD_HALF) {
            return new BuyGate(Reason.OPEN, 50,
                    String.format(Locale.ROOT, "VIX forward %.2f is 30 to 50: half size", forward));
        }
        if (forward < FORWARD_CHEAP) {
            return new BuyGate(Reason.OPEN, 50,
                    String.format(Locale.ROOT, "VIX forward %.2f is below 11: half size", forward));
        }
        return new BuyGate(Reason.OPEN, 100, "");
    }

    private static BuyGate closed(Reason reason, String because) {
        return new BuyGate(reason, 0, because);
    }
}
