package org.radcanon.command;

/** What was asked for cannot be done, or what was given is refused; the message is a sentence. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
