package org.radcanon.dimse;

/** The peer took the association, but none of the presentation contexts (PS3.8 7.1.1.14). */
final class NoContextException extends AssociationException {
  private static final long serialVersionUID = 1L;

  NoContextException() {
    super(Ending.REJECTED, "no presentation context was accepted");
  }
}
