package org.radcanon.web.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.radcanon.index.QueryException;

/**
 * From what was thrown to what is said, as an OperationOutcome: the caller's faults in words, ours
 * as a number that stands in the log with the cause. Never a stack trace, never an inner message.
 */
@Interceptor
public final class Faults {

  @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
  public BaseServerResponseException say(RequestDetails request, Throwable thrown) {
    return causes(thrown)
        .filter(QueryException.class::isInstance)
        .findFirst()
        .map(bad -> (BaseServerResponseException) new InvalidRequestException(bad.getMessage()))
        .or(() -> callersFault(thrown))
        .orElseGet(() -> ours(request, thrown));
  }

  private static Optional<BaseServerResponseException> callersFault(Throwable thrown) {
    if (thrown instanceof BaseServerResponseException said && said.getStatusCode() < 500) {
      return Optional.of(said);
    }
    if (causes(thrown).anyMatch(Faults::isUnreadableValue)) {
      return Optional.of(new InvalidRequestException("a parameter's value cannot be read"));
    }
    return thrown instanceof DataFormatException
        ? Optional.of(new InvalidRequestException(thrown.getMessage()))
        : Optional.empty();
  }

  /** A value that its FHIR type refused, such as {@code count=x}. */
  private static boolean isUnreadableValue(Throwable cause) {
    return cause instanceof IllegalArgumentException
        && Stream.of(cause.getStackTrace())
            .map(StackTraceElement::getClassName)
            .filter(name -> !name.startsWith("java."))
            .findFirst()
            .filter(name -> name.startsWith("org.hl7.fhir.r4.model."))
            .isPresent();
  }

  private static BaseServerResponseException ours(RequestDetails request, Throwable thrown) {
    String error = UUID.randomUUID().toString();
    String operation =
        request == null || request.getRestOperationType() == null
            ? "a request"
            : request.getRestOperationType() + " of " + request.getResourceName();
    FhirLog.LOG.failed(operation, error, thrown);
    return new InternalErrorException("internal error; the server's log has it as " + error);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20);
  }
}
