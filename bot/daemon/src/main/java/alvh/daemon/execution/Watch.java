package alvh.daemon.execution;

/**
 * What is awaited about a dying attempt before it counts as dead (reliability 5.1 h).
 *
 * @param verdict the terminal state that the broker named
 * @param filledThere packages filled by its word; -1 when it did not say
 * @param needToken the first reading begun after that word
 */
record Watch(AttemptState verdict, long filledThere, long needToken) {}
