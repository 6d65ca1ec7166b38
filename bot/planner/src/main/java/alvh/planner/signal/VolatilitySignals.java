package alvh.planner.signal;

import java.time.Duration;
import java.util.List;

import alvh.planner.signal.History.Spot;
import alvh.planner.signal.Signal.Input;

/** V4 to V6 of methodology 2.2 and the expected daily range of 2.1: the indices of implied volatility. */
final class VolatilitySignals {

    private static final int FIVE_DAYS = 5;
    private static final double EDR_TRIGGER = 0.94;

    private VolatilitySignals() {}

    /** V4: R = VIX/VIX3M; half a vote from 0.95, one from 1.00. */
    static Signal termStructure(History history) {
        Spot vix = history.spot("VIX");
        Spot far = history.spot("VIX3M");
        String missing = vix.missing() != null ? vix.missing() : far.missing();
        if (missing != null) {
            return Signal.missing(SignalId.TERM_STRUCTURE, missing);
        }
        double ratio = vix.value() / far.value();
        return new Signal(SignalId.TERM_STRUCTURE, ratio, VoteThreshold.TERM_STRUCTURE.vote(ratio),
                Words.text("VIX %.2f / VIX3M %.2f = %.2f, %s", vix.value(), far.value(), ratio,
                        VoteThreshold.TERM_STRUCTURE.next(ratio, "%.2f")),
                older(vix, far), List.of(input(vix), input(far)), null);
    }

    /** V5: VIX less its close five sessions ago; half a vote from +3, one from +5 points. */
    static Signal vixChange(History history) {
        Spot vix = history.spot("VIX");
        Series before = history.closesBefore("VIX");
        String missing = vix.missing() != null ? vix.missing() : before.shortOf(FIVE_DAYS);
        if (missing != null) {
            return Signal.missing(SignalId.VIX_CHANGE, missing);
        }
        double was = before.back(FIVE_DAYS - 1);
        double change = vix.value() - was;
        return new Signal(SignalId.VIX_CHANGE, change, VoteThreshold.VIX_CHANGE.vote(change),
                Words.text("VIX %+.2f in five sessions (from %.2f), %s", change, was,
                        VoteThreshold.VIX_CHANGE.next(change, "+%.0f")),
                vix.age(), List.of(input(vix), new Input("VIX five sessions ago", was, "points")), null);
    }

    /** V6: VVIX; half a vote from 110, one from 125, both only while VIX is below 25. */
    static Signal vvix(History history) {
        Spot vvix = history.spot("VVIX");
        Spot vix = history.spot("VIX");
        String missing = vvix.missing() != null ? vvix.missing() : vix.missing();
        if (missing != null) {
            return Signal.missing(SignalId.VVIX, missing);
        }
        boolean early = vix.value() < VoteThreshold.VVIX_BELOW_VIX;
        String reading = Words.text("%.1f, %s", vvix.value(), early
                ? VoteThreshold.VVIX.next(vvix.value(), "%.0f")
                : Words.text("no vote while VIX %.2f is not below %.0f", vix.value(), VoteThreshold.VVIX_BELOW_VIX));
        return new Signal(SignalId.VVIX, vvix.value(), early ? VoteThreshold.VVIX.vote(vvix.value()) : 0, reading,
                older(vvix, vix), List.of(input(vvix), input(vix)), null);
    }

    /** (0.6 VIX9D + 0.4 HV20) / sqrt(252), in percent a day; half a vote from 0.94 only where the setting says so. */
    static Signal expectedRange(History history, boolean votes) {
        Spot near = history.spot("VIX9D");
        Series spx = history.closes("SPX");
        String missing = near.missing() != null ? near.missing() : spx.shortOf(21);
        if (missing != null) {
            return Signal.missing(SignalId.EDR, missing);
        }
        double realised = Indicators.realised20(spx.values());
        double range = (0.6 * near.value() + 0.4 * realised) / StrictMath.sqrt(252);
        return new Signal(SignalId.EDR, range, votes && Compare.atLeast(range, EDR_TRIGGER) ? 0.5 : 0,
                Words.text("%.2f %% a day from VIX9D %.2f and HV20 %.2f%s", range, near.value(), realised,
                        votes ? ", half a vote from 0.94 %" : ", display only"),
                near.age(), List.of(input(near), new Input("HV20", realised, "points")), null);
    }

    private static Input input(Spot spot) {
        return new Input(spot.name(), spot.value(), "points");
    }

    private static Duration older(Spot one, Spot other) {
        return one.age().compareTo(other.age()) >= 0 ? one.age() : other.age();
    }
}
