/**
 * The TWS wire protocol as data: one table per message (id, fields, types, server-version gates) and little code
 * that walks the tables in both directions. JDK only; knows neither client nor server.
 */
package alvh.wire;
