package org.radcanon.dimse;

import java.util.List;
import java.util.Optional;

/** What an acceptor takes; {@link Negotiation} makes the answer of it. */
interface Policy {

  /** Why the association is rejected; empty when it is not. Both titles are AE titles. */
  Optional<Rejection> refusal(AeTitle calling, AeTitle called, Pdu.AssociateRequest request);

  /** Whether there is a service for the SOP class (PS3.8 Table 9-18, result 3). */
  boolean offers(String abstractSyntax);

  /** The transfer syntax of a context, one of those offered; empty when none of them will do. */
  Optional<String> transferSyntax(String abstractSyntax, List<String> offered);
}
