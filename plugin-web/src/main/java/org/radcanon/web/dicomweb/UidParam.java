package org.radcanon.web.dicomweb;

import jakarta.ws.rs.BadRequestException;
import java.util.regex.Pattern;

/** UIDs in the path of a URL (PS3.5 9.1). */
public final class UidParam {
  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)*");

  private UidParam() {}

  /**
   * @throws BadRequestException when it is none
   */
  public static String require(String value) {
    if (value.length() > 64 || !UID.matcher(value).matches()) {
      throw new BadRequestException("The path holds a UID that is none.");
    }
    return value;
  }
}
