/**
 * Option analytics in double: Black-76, Black-Scholes-Merton, implied volatility, parity forwards, smiles, the
 * VIX futures curve. Units are in the names. Pure functions over arrays.
 */
package alvh.planner.pricing;
