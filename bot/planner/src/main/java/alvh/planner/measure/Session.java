package alvh.planner.measure;

import java.time.LocalDate;

/**
 * One session's result, from close to close.
 *
 * @param capital dollars of account value at the close before
 * @param hedge profit of the hedge in dollars; {@code book} of the income book without it
 * @param idiosyncratic the book's profit less what its beta-weighted delta made of SPX's move
 */
public record Session(LocalDate date, double capital, double hedge, double book, double idiosyncratic) {

    double hedged() {
        return book + hedge;
    }
}
