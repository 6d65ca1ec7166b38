package alvh.planner.plan;

import alvh.planner.portfolio.Structure;

/**
 * One row of the book for people.
 *
 * @param valueNow dollars that closing it costs now, negative where closing brings money, as of shares held; NaN when a leg has no usable quote (then {@code remark} says why)
 * @param beta shrunk beta to SPX, NaN when unknown; {@code rSquared} likewise
 * @param hedgeable 1 - sqrt(1 - R2): the share of its risk that an index hedge can reach (methodology N8)
 */
public record BookLine(Structure structure, double valueNow, double beta, double rSquared, double hedgeable,
        String remark) {}
