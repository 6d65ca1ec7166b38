package alvh.planner.portfolio;

import alvh.planner.ledger.Lot;

/** Some open units of one BOOK lot. */
record Slice(Lot lot, long units) {}
