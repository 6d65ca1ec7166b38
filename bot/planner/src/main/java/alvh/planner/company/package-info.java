/**
 * What a company is worth and how fragile it is (methodology F7, F10, F11, F13, F19), from a file of the user's: it moves
 * warnings, the concentration limit and the credit a name gets, and never places an order by itself. Pure.
 */
package alvh.planner.company;
