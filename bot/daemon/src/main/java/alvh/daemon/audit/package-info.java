/**
 * The journal: append-only, hash-chained audit_event table in H2; every other table is a projection written in
 * the same transaction. One database thread writes; readers use the pool.
 */
package alvh.daemon.audit;
