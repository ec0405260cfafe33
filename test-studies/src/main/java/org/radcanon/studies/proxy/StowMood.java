package org.radcanon.studies.proxy;

import java.util.function.Predicate;

/** How a STOW-RS service answers. */
public sealed interface StowMood {

  /** As the one behind it does. */
  record Honest() implements StowMood {}

  /** With this status and no store response; nothing is kept. */
  record Refusing(int status, String type, String body) implements StowMood {}

  /**
   * Keeps some, reports the others as failed (0110) with status 202 and does not keep them.
   *
   * @param keeps asked with each SOP Instance UID
   */
  record Choosing(Predicate<String> keeps) implements StowMood {}
}
