package org.radcanon.fhir.search;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page begins. Says all there is to know, so that no page is remembered in the server and
 * any node can give the next one.
 *
 * @param alternative of the {@link StudyQuery}
 * @param offset into the index's rows for it
 */
public record Cursor(int alternative, int offset) {
  public static final Cursor START = new Cursor(0, 0);
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})-(\\d{1,9})");

  /**
   * Reads {@link #toString()} back.
   *
   * @throws InvalidRequestException when it is none
   */
  public static Cursor parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new InvalidRequestException("not a page of this server");
    }
    return new Cursor(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  @Override
  public String toString() {
    return alternative + "-" + offset;
  }
}
