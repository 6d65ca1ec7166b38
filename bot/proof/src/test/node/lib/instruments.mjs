import { OptionType, SecType } from "@stoqey/ib";

/* Contracts as a third-party program asks for them. Dates are last trading days, as the broker gives them. */

export const index = (symbol) => ({ symbol, secType: SecType.IND, exchange: "CBOE", currency: "USD" });

export const stock = (symbol) => ({ symbol, secType: SecType.STK, exchange: "SMART", currency: "USD" });

/** An option class, or one expiry of it, or one option. */
export const options = (symbol, tradingClass, more = {}) => ({ symbol, tradingClass, secType: SecType.OPT,
  exchange: "SMART", currency: "USD", ...more });

export const option = (symbol, tradingClass, lastTradeDate, right, strike) => options(symbol, tradingClass,
  { lastTradeDateOrContractMonth: lastTradeDate, right, strike, multiplier: 100 });

export const VIX_CALL_23 = option("VIX", "VIX", "20260414", OptionType.Call, 23);
export const VIX_CALL_26 = option("VIX", "VIX", "20260414", OptionType.Call, 26);
export const AAPL_PUT_205 = option("AAPL", "AAPL", "20260417", OptionType.Put, 205);
export const XSP_PUT_570 = option("XSP", "XSP", "20260529", OptionType.Put, 570);
export const XSP_PUT_555 = option("XSP", "XSP", "20260529", OptionType.Put, 555);

/** How the scenario file names them. */
export const KEYS = new Map([[VIX_CALL_23, "VIX260415C23"], [VIX_CALL_26, "VIX260415C26"],
  [AAPL_PUT_205, "AAPL260417P205"], [XSP_PUT_570, "XSP260529P570"], [XSP_PUT_555, "XSP260529P555"]]);
