package alvh.planner.sizing;

import java.util.List;

import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.money.Usd;

/**
 * One thing a layer could buy, per unit (methodology 4.1).
 *
 * @param id stable text that also breaks ties
 * @param legs one unit: a VIX call, or the two legs of a put spread, or a roll (sell old, buy new)
 * @param expectedFill c_j: dollars per unit at the expected fill, fees inside
 * @param worstCase w_j: last rung x multiplier + reserved fees
 * @param valueByScenario v_js in dollars per unit, in the order of the problem's scenarios
 * @param calmValue value under the calm scenario C, for Carry
 * @param upper U_j of (7) and (8)
 * @param rollsLots lots whose units this line sells, empty for a plain buy
 * @param greeks G1 vega $ per VIX point, G2 delta $ per 1 % SPX, G3 theta $ a day, G4 market value $
 */
public record CandidateLine(String id, LayerId layer, List<Lot.LotLeg> legs, double expectedFill, Usd worstCase,
        double[] valueByScenario, double calmValue, int upper, List<String> rollsLots, double[] greeks, int dte) {}
