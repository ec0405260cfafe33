package org.radcanon.dimse;

import java.util.List;
import java.util.Optional;

/**
 * The protocol data units (PS3.8 9.3) as values; {@link PduReader} and {@link PduWriter} know their
 * bytes.
 */
sealed interface Pdu {

  /** The only application context there is (PS3.7 A.2.1). */
  String DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

  /** The event that its arrival is (PS3.8 Table 9-10). */
  Event event();

  /**
   * A-ASSOCIATE-RQ (PS3.8 9.3.2).
   *
   * @param called as received, spaces cut: no AE title perhaps
   */
  record AssociateRequest(
      int protocolVersion,
      String called,
      String calling,
      String applicationContext,
      List<OfferedContext> contexts,
      UserInformation user)
      implements Pdu {

    public AssociateRequest {
      contexts = List.copyOf(contexts);
    }

    @Override
    public Event event() {
      return Event.ASSOCIATE_RQ_RECEIVED;
    }
  }

  /** Presentation context of a request (PS3.8 9.3.2.2). */
  record OfferedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {

    public OfferedContext {
      transferSyntaxes = List.copyOf(transferSyntaxes);
    }
  }

  /** A-ASSOCIATE-AC (PS3.8 9.3.3); its AE titles are not to be tested. */
  record AssociateAccept(
      int protocolVersion,
      String called,
      String calling,
      String applicationContext,
      List<ContextResult> contexts,
      UserInformation user)
      implements Pdu {

    public AssociateAccept {
      contexts = List.copyOf(contexts);
    }

    @Override
    public Event event() {
      return Event.ASSOCIATE_AC_RECEIVED;
    }
  }

  /**
   * Presentation context of an acceptance (PS3.8 9.3.3.2).
   *
   * @param transferSyntax without meaning unless accepted
   */
  record ContextResult(int id, int result, String transferSyntax) {
    static final int ACCEPTED = 0;
    static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
    static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;
  }

  /** A-ASSOCIATE-RJ (PS3.8 9.3.4). */
  record AssociateReject(Rejection rejection) implements Pdu {
    @Override
    public Event event() {
      return Event.ASSOCIATE_RJ_RECEIVED;
    }
  }

  /**
   * The beginning of a P-DATA-TF (PS3.8 9.3.5): its presentation data values stream behind it.
   *
   * @param length bytes that follow
   */
  record Data(long length) implements Pdu {
    @Override
    public Event event() {
      return Event.DATA_RECEIVED;
    }
  }

  /** A-RELEASE-RQ (PS3.8 9.3.6). */
  record ReleaseRequest() implements Pdu {
    @Override
    public Event event() {
      return Event.RELEASE_RQ_RECEIVED;
    }
  }

  /** A-RELEASE-RP (PS3.8 9.3.7). */
  record ReleaseResponse() implements Pdu {
    @Override
    public Event event() {
      return Event.RELEASE_RP_RECEIVED;
    }
  }

  /** A-ABORT (PS3.8 9.3.8). */
  record Abort(int source, int reason) implements Pdu {
    static final int UNRECOGNISED_PDU = 1;
    static final int UNEXPECTED_PDU = 2;
    static final int UNEXPECTED_PARAMETER = 5;
    static final int INVALID_PARAMETER = 6;

    private static final int BY_PROVIDER = 2;

    static Abort byUser() {
      return new Abort(0, 0);
    }

    static Abort byProvider(int reason) {
      return new Abort(BY_PROVIDER, reason);
    }

    @Override
    public Event event() {
      return Event.ABORT_RECEIVED;
    }

    @Override
    public String toString() {
      return "A-ABORT (source %d, reason %d)".formatted(source, reason);
    }
  }

  /**
   * User information (PS3.8 9.3.2.3, D.1, PS3.7 D.3.3). SOP class extended and common extended
   * negotiation are not kept: nothing here depends on them, and an acceptor that does not answer
   * them declines them (PS3.7 D.3.3.5, D.3.3.6).
   *
   * @param maximumLength of the P-DATA-TF that the sender of this takes; 0 is no limit
   */
  record UserInformation(
      long maximumLength,
      String implementationClass,
      Optional<String> implementationVersion,
      Optional<AsynchronousWindow> window,
      List<RoleSelection> roles,
      Optional<UserIdentity> identity) {

    public UserInformation {
      roles = List.copyOf(roles);
    }
  }

  /** Asynchronous operations window (PS3.7 D.3.3.3); 0 is no limit. */
  record AsynchronousWindow(int invoked, int performed) {}

  /** SCP/SCU role selection (PS3.7 D.3.3.4). */
  record RoleSelection(String sopClass, boolean scu, boolean scp) {}

  /** What is kept of a user identity (PS3.7 D.3.3.7): that there is one, never the secret. */
  record UserIdentity(int type, boolean responseRequested) {}
}
