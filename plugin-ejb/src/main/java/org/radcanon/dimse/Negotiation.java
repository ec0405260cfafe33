package org.radcanon.dimse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.radcanon.dicom.Implementation;
import org.radcanon.dimse.Pdu.ContextResult;

/**
 * The acceptor's answer to A-ASSOCIATE-RQ (PS3.8 7.1, PS3.7 D.3).
 *
 * <p>A user identity is not looked at and a positive response to it not given (PS3.7 D.3.3.7):
 * whoever is let in is let in by AE title and TLS. Extended negotiation is declined by silence.
 */
final class Negotiation {

  /** PS3.8 9.3.2, bit 0. */
  static final int PROTOCOL_VERSION = 1;

  /** Of a P-DATA-TF at least: its one fragment has a header and two bytes. */
  static final int SHORTEST_LENGTH = 8;

  private final Policy policy;
  private final DimseSettings settings;

  Negotiation(Policy policy, DimseSettings settings) {
    this.policy = policy;
    this.settings = settings;
  }

  /** Why the service provider rejects a request, before its user is asked (PS3.8 9.2.2, AE-6). */
  static Optional<Rejection> refusalOfProvider(Pdu.AssociateRequest request) {
    return (request.protocolVersion() & PROTOCOL_VERSION) == 0
        ? Optional.of(Rejection.PROTOCOL_VERSION_NOT_SUPPORTED)
        : Optional.empty();
  }

  /** Why the service user rejects a request; empty when it accepts. */
  Optional<Rejection> refusal(Pdu.AssociateRequest request) {
    if (!request.applicationContext().equals(Pdu.DICOM_APPLICATION_CONTEXT)) {
      return Optional.of(Rejection.APPLICATION_CONTEXT_NOT_SUPPORTED);
    }
    if (!isUsable(request.user().maximumLength()) || request.contexts().isEmpty()) {
      return Optional.of(Rejection.NO_REASON);
    }
    Optional<AeTitle> called = title(request.called());
    Optional<AeTitle> calling = title(request.calling());
    if (called.isEmpty()) {
      return Optional.of(Rejection.CALLED_NOT_RECOGNISED);
    }
    return calling.isEmpty()
        ? Optional.of(Rejection.CALLING_NOT_RECOGNISED)
        : policy.refusal(calling.get(), called.get(), request);
  }

  private static Optional<AeTitle> title(String text) {
    try {
      return Optional.of(new AeTitle(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static boolean isUsable(long maximumLength) {
    return maximumLength == 0 || maximumLength >= SHORTEST_LENGTH;
  }

  /** The A-ASSOCIATE-AC to a request that is not rejected. */
  Pdu.AssociateAccept accept(Pdu.AssociateRequest request) {
    return new Pdu.AssociateAccept(
        PROTOCOL_VERSION,
        request.called(),
        request.calling(),
        Pdu.DICOM_APPLICATION_CONTEXT,
        request.contexts().stream().map(this::result).toList(),
        user(request));
  }

  private ContextResult result(Pdu.OfferedContext offered) {
    if (!policy.offers(offered.abstractSyntax())) {
      return new ContextResult(
          offered.id(), ContextResult.ABSTRACT_SYNTAX_NOT_SUPPORTED, anyOf(offered));
    }
    return policy
        .transferSyntax(offered.abstractSyntax(), offered.transferSyntaxes())
        .map(syntax -> new ContextResult(offered.id(), ContextResult.ACCEPTED, syntax))
        .orElseGet(
            () ->
                new ContextResult(
                    offered.id(), ContextResult.TRANSFER_SYNTAXES_NOT_SUPPORTED, anyOf(offered)));
  }

  /** The item must be there, though it says nothing (PS3.8 9.3.3.2). */
  private static String anyOf(Pdu.OfferedContext offered) {
    return offered.transferSyntaxes().get(0);
  }

  private Pdu.UserInformation user(Pdu.AssociateRequest request) {
    return new Pdu.UserInformation(
        settings.maximumPduLength(),
        Implementation.CLASS_UID,
        Optional.of(Implementation.VERSION_NAME),
        request.user().window().map(this::window),
        roles(request),
        Optional.empty());
  }

  /** One at most for each SOP class that a context was offered for (PS3.7 D.3.3.4). */
  private List<Pdu.RoleSelection> roles(Pdu.AssociateRequest request) {
    Set<String> open =
        request.contexts().stream()
            .map(Pdu.OfferedContext::abstractSyntax)
            .filter(policy::offers)
            .collect(Collectors.toCollection(HashSet::new));
    return request.user().roles().stream()
        .filter(role -> open.remove(role.sopClass()))
        .map(role -> new Pdu.RoleSelection(role.sopClass(), role.scu(), false))
        .toList();
  }

  /** We perform at most so many at once; we invoke none (PS3.7 D.3.3.3). */
  private Pdu.AsynchronousWindow window(Pdu.AsynchronousWindow offered) {
    int most = settings.asynchronousOperations();
    int invoked = offered.invoked() == 0 ? most : Math.min(offered.invoked(), most);
    return new Pdu.AsynchronousWindow(invoked, 1);
  }

  /** The contexts in force: what is accepted with a transfer syntax that was offered. */
  static List<AcceptedContext> inForce(
      List<Pdu.OfferedContext> offered, List<ContextResult> results) {
    Map<Integer, Pdu.OfferedContext> byId =
        offered.stream().collect(Collectors.toMap(Pdu.OfferedContext::id, Function.identity()));
    List<AcceptedContext> contexts = new ArrayList<>();
    for (ContextResult result : results) {
      Pdu.OfferedContext context = byId.get(result.id());
      if (context != null
          && result.result() == ContextResult.ACCEPTED
          && context.transferSyntaxes().contains(result.transferSyntax())) {
        contexts.add(
            new AcceptedContext(result.id(), context.abstractSyntax(), result.transferSyntax()));
      }
    }
    return List.copyOf(contexts);
  }
}
