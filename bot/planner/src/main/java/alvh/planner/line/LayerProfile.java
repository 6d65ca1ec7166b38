package alvh.planner.line;

import alvh.planner.ledger.LayerId;
import alvh.planner.plan.HedgeSettings;

/**
 * What a layer may buy under a preset (methodology 2.3-2.5, 8 Q4): the expiry window in calendar days and the target
 * forward delta.
 * <p>
 * {@code alvh442} takes the canon's 30 days as the nearest expiry that the window of 2.3 still allows; {@code vxth} the next
 * monthly, 28 or 35 days away on a roll day.
 *
 * @param nearestDays the expiry nearest to this many days is taken
 * @param delta forward delta of the call
 */
public record LayerProfile(LayerId layer, int fromDays, int toDays, int nearestDays, double delta) {
    /** The VIX call window of a layer; for Acceleration it is the substitute for the put spread. */
    public static LayerProfile calls(LayerId layer, HedgeSettings.Preset preset) {
        boolean half = preset == HedgeSettings.Preset.ALVH442;
        return switch (layer) {
            case BASE -> switch (preset) {
                case DEFAULT, OFF -> new LayerProfile(layer, 30, 65, 42, 0.30);
                case ALVH442 -> new LayerProfile(layer, 30, 65, 30, 0.50);
                case VXTH -> new LayerProfile(layer, 20, 40, 30, 0.30);
            };
            case ACCELERATION -> new LayerProfile(layer, 90, 130, 110, half ? 0.50 : 0.30);
            case CONTINGENCY -> new LayerProfile(layer, 150, 260, 220, half ? 0.50 : 0.25);
        };
    }

    /** The put spread's window (2.4); {@code delta} is the long strike's, the short strike is at {@link #SHORT}. */
    public static final LayerProfile SPREAD = new LayerProfile(LayerId.ACCELERATION, 45, 100, 75, 0.25);
    static final double SHORT = 0.10;

    public boolean contains(long days) {
        return days >= fromDays && days <= toDays;
    }
}
