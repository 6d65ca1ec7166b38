/* A second opinion on option prices: Black's formula for a call on a forward, undiscounted within a few weeks' rate. */

/** The standard normal distribution by the integral's power series: exact to 1e-12 for |x| below 6. */
export function normal(x) {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-16; n++) {
    term *= (x * x) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** @param volatility a year's, 1 = 100 % @param forward the underlying's price at expiry as seen now, in points */
export function callPrice(volatility, years, forward, strike) {
  const deviation = volatility * Math.sqrt(years);
  const d1 = Math.log(forward / strike) / deviation + deviation / 2;
  return forward * normal(d1) - strike * normal(d1 - deviation);
}

/** The forward at which a call has this price, by bisection. */
export function impliedForward(price, volatility, years, strike) {
  let low = strike / 4;
  let high = strike * 4;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    [low, high] = callPrice(volatility, years, middle, strike) < price ? [middle, high] : [low, middle];
  }
  return (low + high) / 2;
}
