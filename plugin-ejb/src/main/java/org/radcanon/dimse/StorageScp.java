package org.radcanon.dimse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.radcanon.dicom.Uid;
import org.radcanon.dimse.Association.IncomingMessage;

/** C-STORE as SCP (PS3.4 B.2.2, PS3.7 9.3.1). */
final class StorageScp {

  private static final Status CLASS_NOT_OF_CONTEXT =
      Status.of(0x0122, "SOP class is not that of the presentation context");
  private static final Status INVALID_INSTANCE =
      Status.of(0x0117, "Affected SOP Instance UID is absent or none");
  private static final Status NO_DATA_SET = Status.of(0xC000, "no data set");
  private static final Status PROCESSING_FAILURE = Status.of(0x0110, "internal error");

  private static final int AFFECTED_SOP_CLASS_UID = 0x00000002;
  private static final int AFFECTED_SOP_INSTANCE_UID = 0x00001000;

  private final Association association;
  private final StorageService service;
  private final DimseEvents events;

  StorageScp(Association association, StorageService service, DimseEvents events) {
    this.association = association;
    this.service = service;
    this.events = events;
  }

  void serve(IncomingMessage message, Command.Request request) throws IOException {
    Optional<Command.Response> refusal = refusal(message, request);
    Command.Response response =
        refusal.isPresent() ? refusal.get() : request.respond(store(message, request));
    Inbox.drain(message.dataSet());
    association.send(message.context().id(), response.encode());
  }

  private static Optional<Command.Response> refusal(
      IncomingMessage message, Command.Request request) {
    String sopClass = message.context().abstractSyntax();
    if (request.sopClass().filter(sopClass::equals).isEmpty()) {
      return Optional.of(request.respond(CLASS_NOT_OF_CONTEXT).offending(AFFECTED_SOP_CLASS_UID));
    }
    if (request.sopInstance().filter(Uid::isWellFormed).isEmpty()) {
      return Optional.of(request.respond(INVALID_INSTANCE).offending(AFFECTED_SOP_INSTANCE_UID));
    }
    return request.hasDataSet() ? Optional.empty() : Optional.of(request.respond(NO_DATA_SET));
  }

  /** Whatever else the service throws ends this operation, not the association. */
  private Status store(IncomingMessage message, Command.Request request) throws IOException {
    try {
      return service.store(described(message, request), message.dataSet());
    } catch (IOException e) {
      Inbox.drain(message.dataSet());
      events.serviceFailed(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      Inbox.drain(message.dataSet());
      events.serviceFailed(e);
    }
    return PROCESSING_FAILURE;
  }

  private StorageService.Request described(IncomingMessage message, Command.Request request) {
    return new StorageService.Request(
        message.context().abstractSyntax(),
        request.sopInstance().orElseThrow(),
        message.context().transferSyntax(),
        association.calling(),
        association.called());
  }
}
