package org.radcanon.dimse;

import java.util.Optional;
import org.radcanon.dicom.Uid;

/**
 * The commands that radcanon understands and sends (PS3.7 9.3, Annex E), as values.
 *
 * @see CommandSet
 */
sealed interface Command {

  int C_STORE = 0x0001;
  int C_FIND = 0x0020;
  int C_ECHO = 0x0030;
  int C_CANCEL = 0x0FFF;
  int RESPONSE = 0x8000;

  /** Any value but {@link CommandSet#NO_DATA_SET} says that a data set follows. */
  int DATA_SET = 0x0000;

  byte[] encode();

  /**
   * A request that is answered (PS3.7 9.3.1, 9.3.2, 9.3.5), or one of another service.
   *
   * @param field Command Field (0000,0100)
   * @param messageId Message ID (0000,0110)
   * @param sopClass Affected SOP Class UID (0000,0002), or Requested SOP Class UID (0000,0003)
   * @param sopInstance Affected SOP Instance UID (0000,1000)
   * @param priority 0 medium, 1 high, 2 low
   */
  record Request(
      int field,
      int messageId,
      Optional<String> sopClass,
      Optional<String> sopInstance,
      int priority,
      boolean hasDataSet)
      implements Command {

    static Request store(int messageId, String sopClass, String sopInstance, int priority) {
      return new Request(
          C_STORE, messageId, Optional.of(sopClass), Optional.of(sopInstance), priority, true);
    }

    static Request echo(int messageId) {
      return new Request(
          C_ECHO, messageId, Optional.of(SopClass.VERIFICATION), Optional.empty(), 0, false);
    }

    static Request find(int messageId, String sopClass) {
      return new Request(C_FIND, messageId, Optional.of(sopClass), Optional.empty(), 0, true);
    }

    /**
     * The response to this request: the same field, message and UIDs (PS3.7 9.3.1.2), but for UIDs
     * that are none.
     */
    Response respond(Status status) {
      return new Response(
          field | RESPONSE,
          messageId,
          sopClass.filter(Uid::isWellFormed),
          sopInstance.filter(Uid::isWellFormed),
          status,
          Optional.empty(),
          false);
    }

    @Override
    public byte[] encode() {
      CommandSet set =
          new CommandSet()
              .putNumber(CommandSet.COMMAND_FIELD, field)
              .putNumber(CommandSet.MESSAGE_ID, messageId)
              .putNumber(
                  CommandSet.COMMAND_DATA_SET_TYPE, hasDataSet ? DATA_SET : CommandSet.NO_DATA_SET);
      sopClass.ifPresent(uid -> set.putUid(CommandSet.AFFECTED_SOP_CLASS_UID, uid));
      sopInstance.ifPresent(uid -> set.putUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, uid));
      if (field != C_ECHO) {
        set.putNumber(CommandSet.PRIORITY, priority);
      }
      return set.encode();
    }
  }

  /**
   * C-CANCEL-RQ (PS3.7 9.3.2.3); it is not answered.
   *
   * @param messageId of the request that is to end
   */
  record Cancel(int messageId) implements Command {
    @Override
    public byte[] encode() {
      return new CommandSet()
          .putNumber(CommandSet.COMMAND_FIELD, C_CANCEL)
          .putNumber(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, messageId)
          .putNumber(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
          .encode();
    }
  }

  /**
   * A response (PS3.7 9.3).
   *
   * @param field Command Field, with the bit of a response
   * @param messageId Message ID Being Responded To (0000,0120)
   * @param offendingElement Offending Element (0000,0901), a tag
   */
  record Response(
      int field,
      int messageId,
      Optional<String> sopClass,
      Optional<String> sopInstance,
      Status status,
      Optional<Integer> offendingElement,
      boolean hasDataSet)
      implements Command {

    Response withDataSet() {
      return new Response(field, messageId, sopClass, sopInstance, status, offendingElement, true);
    }

    Response offending(int tag) {
      return new Response(
          field, messageId, sopClass, sopInstance, status, Optional.of(tag), hasDataSet);
    }

    boolean answers(Request request) {
      return field == (request.field() | RESPONSE) && messageId == request.messageId();
    }

    @Override
    public byte[] encode() {
      CommandSet set =
          new CommandSet()
              .putNumber(CommandSet.COMMAND_FIELD, field)
              .putNumber(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, messageId)
              .putNumber(
                  CommandSet.COMMAND_DATA_SET_TYPE, hasDataSet ? DATA_SET : CommandSet.NO_DATA_SET)
              .putNumber(CommandSet.STATUS, status.code());
      sopClass.ifPresent(uid -> set.putUid(CommandSet.AFFECTED_SOP_CLASS_UID, uid));
      sopInstance.ifPresent(uid -> set.putUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, uid));
      offendingElement.ifPresent(tag -> set.putTag(CommandSet.OFFENDING_ELEMENT, tag));
      status.comment().ifPresent(text -> set.putComment(CommandSet.ERROR_COMMENT, text));
      return set.encode();
    }
  }

  /**
   * @throws AssociationException when it is malformed or lacks what every command has; it cannot be
   *     answered then
   */
  static Command decode(byte[] bytes) throws AssociationException {
    CommandSet set = CommandSet.decode(bytes);
    int field = set.requiredNumber(CommandSet.COMMAND_FIELD);
    boolean hasDataSet =
        set.requiredNumber(CommandSet.COMMAND_DATA_SET_TYPE) != CommandSet.NO_DATA_SET;
    if (field == C_CANCEL) {
      return new Cancel(set.requiredNumber(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO));
    }
    Optional<String> sopClass =
        set.text(CommandSet.AFFECTED_SOP_CLASS_UID)
            .or(() -> set.text(CommandSet.REQUESTED_SOP_CLASS_UID));
    Optional<String> sopInstance = set.text(CommandSet.AFFECTED_SOP_INSTANCE_UID);
    if ((field & RESPONSE) == 0) {
      return new Request(
          field,
          set.requiredNumber(CommandSet.MESSAGE_ID),
          sopClass,
          sopInstance,
          set.number(CommandSet.PRIORITY).orElse(0),
          hasDataSet);
    }
    return new Response(
        field,
        set.requiredNumber(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO),
        sopClass,
        sopInstance,
        new Status(set.requiredNumber(CommandSet.STATUS), set.text(CommandSet.ERROR_COMMENT)),
        Optional.empty(),
        hasDataSet);
  }
}
