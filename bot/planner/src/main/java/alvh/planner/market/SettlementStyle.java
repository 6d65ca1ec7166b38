package alvh.planner.market;

/** When on its settlement date a contract's final value is fixed: by the opening auction, or at the close. */
public enum SettlementStyle {
    AM, PM
}
