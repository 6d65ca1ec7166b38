package alvh.planner.pricing;

/** Where a forward came from (methodology 5.1), best first. INTERPOLATED widens the slippage that is assumed. */
public enum ForwardSource {
    VX, PARITY, INTERPOLATED
}
