/**
 * Approval of a frozen plan by its hash: offer, expiry, single use, re-check before release. Pure decisions; the
 * desk's thread.
 */
package alvh.daemon.approval;
