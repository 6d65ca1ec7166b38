package alvh.planner.plan;

import java.math.BigDecimal;
import java.util.List;

import alvh.planner.money.Usd;

/**
 * What the planner would do with the same picture at other shares of the premium, with the lines that each ceiling offers,
 * and what one more dollar of budget is worth with the lines of the share that is set.
 *
 * @param shares 15, 20 and 25 % and the one that is set, rising
 * @param shadowPrice dollars of CVaR saved by one more dollar of ceiling; NaN when nothing could be sized
 * @param measuredOver dollars of ceiling over which that was measured, the better of one and of five of the cheapest units
 * @param lines sentences for people, in order
 */
public record WhatIf(List<Share> shares, double shadowPrice, Usd measuredOver, List<String> lines) {

    public static final WhatIf NONE = new WhatIf(List.of(), Double.NaN, Usd.ZERO, List.of());

    public WhatIf {
        shares = List.copyOf(shares);
        lines = List.copyOf(lines);
    }

    /**
     * The plan at one share.
     *
     * @param share f of methodology 3.4
     * @param current it is the one that is set
     * @param ceiling Cap_total; {@code available} what is left of it today
     * @param buys words of what would be bought or rolled, with quantities; empty for nothing
     * @param worstCase of all its orders
     * @param cvar mean loss of book and hedge in the worst 5 % of the scenarios, dollars
     * @param absorbed at SPX -10, -20 and -30 %
     * @param decayAYear dollars that held and planned hedges lose in a year if nothing moves, at this week's pace
     */
    public record Share(BigDecimal share, boolean current, Usd ceiling, Usd available, List<String> buys,
            Usd worstCase, double cvar, List<Absorbed> absorbed, double decayAYear) {

        public Share {
            buys = List.copyOf(buys);
            absorbed = List.copyOf(absorbed);
        }
    }

    /**
     * One crash.
     *
     * @param bookAlone change in value of the book, dollars; {@code hedge} of held and planned hedges less their cost
     * @param part of the book's loss that the hedge takes; NaN where the book does not lose
     */
    public record Absorbed(String name, double bookAlone, double hedge, double part) {}
}
