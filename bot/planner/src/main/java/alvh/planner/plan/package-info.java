/**
 * The planner's one deep function: snapshot, ledger, levels and settings in; certificates in turn; a frozen,
 * hashed hedge plan with price ladders and its explanation out.
 */
package alvh.planner.plan;
