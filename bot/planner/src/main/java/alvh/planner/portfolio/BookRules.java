package alvh.planner.portfolio;

import alvh.planner.money.Usd;

/**
 * What a user may turn of the recogniser (methodology 3.1).
 *
 * @param indexStructures SPX and XSP structures may pay for hedges
 * @param securingCash US dollar cash that can secure short puts (strike x 100 each), or zero
 * @param tags the user's own word on symbols and expiries, which overrides the rules
 */
public record BookRules(boolean indexStructures, Usd securingCash, BookTags tags) {

    public static BookRules of(boolean indexStructures, Usd securingCash) {
        return new BookRules(indexStructures, securingCash, BookTags.NONE);
    }
}
