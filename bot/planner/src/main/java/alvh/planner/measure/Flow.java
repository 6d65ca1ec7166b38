package alvh.planner.measure;

import java.time.LocalDate;

/** Money on a day, seen from the investor: put in is negative, taken out is positive. Dollars. */
public record Flow(LocalDate date, double dollars) {}
