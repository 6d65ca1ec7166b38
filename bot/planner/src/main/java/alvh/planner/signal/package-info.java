/**
 * Bars, quotes, events and files become signals: each a value with inputs and age, or the reason why it is
 * missing. A missing signal is never a zero (methodology F1-F20).
 */
package alvh.planner.signal;
