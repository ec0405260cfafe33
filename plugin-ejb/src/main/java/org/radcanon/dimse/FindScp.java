package org.radcanon.dimse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.DicomException;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.dimse.Association.IncomingMessage;

/** Study Root C-FIND as SCP (PS3.4 C.4.1, PS3.7 9.3.2). */
final class FindScp {

  /** Identifiers are lists of keys; what is longer is none. */
  private static final int LARGEST_IDENTIFIER = 1 << 20;

  private static final ReadLimits LIMITS = new ReadLimits(LARGEST_IDENTIFIER, 16, 1);
  private static final int LAST_TAG = 0xFFFFFFFF;

  private static final Status PENDING = new Status(0xFF00, Optional.empty());
  private static final Status PENDING_WITHOUT_SOME_KEYS = new Status(0xFF01, Optional.empty());
  private static final Status CANCELLED = new Status(0xFE00, Optional.empty());
  private static final Status CLASS_NOT_OF_CONTEXT =
      Status.of(0x0122, "SOP class is not that of the presentation context");
  private static final Status NO_IDENTIFIER = Status.of(0xA900, "no identifier");
  private static final Status TOO_LONG = Status.of(0xC000, "identifier too long");
  private static final Status UNREADABLE = Status.of(0xC000, "identifier is malformed");
  private static final Status UNABLE = Status.of(0xC000, "internal error");

  private final Association association;
  private final Inbox inbox;
  private final FindService service;
  private final DimseEvents events;

  FindScp(Association association, Inbox inbox, FindService service, DimseEvents events) {
    this.association = association;
    this.inbox = inbox;
    this.service = service;
    this.events = events;
  }

  void serve(IncomingMessage message, Command.Request request) throws IOException {
    byte[] identifier = message.dataSet().readNBytes(LARGEST_IDENTIFIER + 1);
    Inbox.drain(message.dataSet());
    Status status = answer(message.context(), request, identifier);
    association.send(message.context().id(), request.respond(status).encode());
  }

  private Status answer(AcceptedContext context, Command.Request request, byte[] identifier)
      throws IOException {
    if (request.sopClass().filter(context.abstractSyntax()::equals).isEmpty()) {
      return CLASS_NOT_OF_CONTEXT;
    }
    if (identifier.length == 0) {
      return NO_IDENTIFIER;
    }
    if (identifier.length > LARGEST_IDENTIFIER) {
      return TOO_LONG;
    }
    try {
      return find(context, request, parsed(identifier, context.transferSyntax()));
    } catch (DicomException e) {
      return UNREADABLE;
    }
  }

  private static DataSet parsed(byte[] identifier, String transferSyntax) throws IOException {
    return DicomStream.open(
            new ByteArrayInputStream(identifier),
            Optional.of(TransferSyntax.of(transferSyntax)),
            LAST_TAG,
            LIMITS)
        .header();
  }

  private Status find(AcceptedContext context, Command.Request request, DataSet identifier)
      throws IOException {
    Matches matches = new Matches(context, request);
    FindService.Request query =
        new FindService.Request(
            identifier, context.transferSyntax(), association.calling(), association.called());
    Status status;
    try {
      status = service.find(query, matches);
    } catch (RuntimeException e) {
      matches.requireAssociation();
      events.serviceFailed(e);
      return UNABLE;
    }
    matches.requireAssociation();
    return matches.cancelled && status.isSuccess() ? CANCELLED : status;
  }

  /** Sends each match with a pending response (PS3.7 9.3.2.2). */
  private final class Matches implements Predicate<FindService.Match> {

    private final AcceptedContext context;
    private final Command.Request request;
    private boolean cancelled;
    private IOException failure;

    Matches(AcceptedContext context, Command.Request request) {
      this.context = context;
      this.request = request;
    }

    @Override
    public boolean test(FindService.Match match) {
      if (cancelled || failure != null) {
        return false;
      }
      try {
        cancelled = inbox.isCancelled(request.messageId());
        if (!cancelled) {
          send(match);
        }
        return !cancelled;
      } catch (IOException e) {
        failure = e;
        return false;
      }
    }

    private void send(FindService.Match match) throws IOException {
      Status status = match.allKeysSupported() ? PENDING : PENDING_WITHOUT_SOME_KEYS;
      byte[] response = request.respond(status).withDataSet().encode();
      try (OutputStream out = association.sendWithDataSet(context.id(), response)) {
        out.write(match.dataSet());
      }
    }

    private void requireAssociation() throws IOException {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
