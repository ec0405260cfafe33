package org.radcanon.dimse;

import java.io.IOException;
import java.util.Optional;
import org.radcanon.dimse.Association.IncomingMessage;
import org.radcanon.dimse.AssociationException.Ending;

/** Serves the requests of one association, one after the other, until it ends. */
final class ServiceLoop {

  private static final int NONE = -1;
  private static final Status UNRECOGNISED_OPERATION =
      Status.of(0x0211, "not an operation of this presentation context");

  private final Association association;
  private final Inbox inbox;
  private final StorageScp storage;
  private final FindScp find;
  private final DimseEvents events;
  private long operations;

  ServiceLoop(
      Association association, StorageService storage, FindService find, DimseEvents events) {
    this.association = association;
    this.inbox = new Inbox(association);
    this.storage = new StorageScp(association, storage, events);
    this.find = new FindScp(association, inbox, find, events);
    this.events = events;
  }

  /** Returns when the association has ended, by whatever means; says so to the events. */
  void run() {
    try (association) {
      serveAll();
      events.released(association.peer(), operations);
    } catch (AssociationException e) {
      events.broken(association.peer(), e.ending(), e.getMessage());
    } catch (IOException e) {
      events.broken(association.peer(), Ending.CONNECTION, e.getClass().getSimpleName());
    }
  }

  private void serveAll() throws IOException {
    Optional<IncomingMessage> message = inbox.next();
    while (message.isPresent()) {
      serve(message.get());
      message = inbox.next();
    }
  }

  /** A C-CANCEL that comes here is late: its operation is done (PS3.7 9.3.2.3). */
  private void serve(IncomingMessage message) throws IOException {
    Command command = Command.decode(message.commandSet());
    if (command instanceof Command.Request request) {
      answer(message, request);
      operations++;
    } else if (command instanceof Command.Response) {
      throw new AssociationException(Ending.PROTOCOL, "a response to what was not asked");
    }
  }

  private void answer(IncomingMessage message, Command.Request request) throws IOException {
    switch (service(message, request)) {
      case Command.C_STORE -> storage.serve(message, request);
      case Command.C_FIND -> find.serve(message, request);
      case Command.C_ECHO -> reply(message, request.respond(Status.SUCCESS));
      default -> reply(message, request.respond(UNRECOGNISED_OPERATION));
    }
  }

  private void reply(IncomingMessage message, Command.Response response) throws IOException {
    Inbox.drain(message.dataSet());
    association.send(message.context().id(), response.encode());
  }

  /** The operation, where it is one of the context's SOP class; {@link #NONE} elsewhere. */
  private static int service(IncomingMessage message, Command.Request request) {
    int offered =
        switch (message.context().abstractSyntax()) {
          case SopClass.VERIFICATION -> Command.C_ECHO;
          case SopClass.STUDY_ROOT_FIND -> Command.C_FIND;
          default -> Command.C_STORE;
        };
    return request.field() == offered ? offered : NONE;
  }
}
