package org.radcanon.dimse;

/** What happens to an upper layer machine: the rows of PS3.8 Table 9-10, Evt1 to Evt19. */
enum Event {
  /** Evt1: A-ASSOCIATE request of the local user. */
  ASSOCIATE_REQUEST,
  /** Evt2: the transport connection that we asked for is open. */
  TRANSPORT_CONFIRMED,
  /** Evt3. */
  ASSOCIATE_AC_RECEIVED,
  /** Evt4. */
  ASSOCIATE_RJ_RECEIVED,
  /** Evt5: a peer has opened a transport connection. */
  TRANSPORT_INDICATED,
  /** Evt6. */
  ASSOCIATE_RQ_RECEIVED,
  /** Evt7: the local user accepts. */
  ASSOCIATE_ACCEPTED,
  /** Evt8: the local user rejects. */
  ASSOCIATE_REJECTED,
  /** Evt9: P-DATA request of the local user. */
  DATA_REQUEST,
  /** Evt10. */
  DATA_RECEIVED,
  /** Evt11: A-RELEASE request of the local user. */
  RELEASE_REQUEST,
  /** Evt12. */
  RELEASE_RQ_RECEIVED,
  /** Evt13. */
  RELEASE_RP_RECEIVED,
  /** Evt14: A-RELEASE response of the local user. */
  RELEASE_RESPONSE,
  /** Evt15: A-ABORT request of the local user. */
  ABORT_REQUEST,
  /** Evt16. */
  ABORT_RECEIVED,
  /** Evt17. */
  TRANSPORT_CLOSED,
  /** Evt18. */
  ARTIM_EXPIRED,
  /** Evt19: unrecognised or invalid PDU. */
  INVALID_PDU
}
