/**
 * What could be bought and what is held, priced: the checked picture of the market, package quotes, values in every scenario,
 * candidate lines of each layer, held lots and the book's own risk. Says what a line is worth and why a quote is not to be
 * trusted, never whether to buy. Knows {@code plan}'s records, not the decision. No threads.
 */
package alvh.planner.line;
