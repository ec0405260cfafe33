package org.radcanon.dimse;

import java.util.Optional;

/**
 * Status (0000,0900) of a response with its Error Comment (0000,0902) (PS3.7 Annex C).
 *
 * @param comment without patient data; cut to 64 characters
 */
public record Status(int code, Optional<String> comment) {

  public static final Status SUCCESS = new Status(0x0000, Optional.empty());

  public Status {
    if (code < 0 || code > 0xFFFF) {
      throw new IllegalArgumentException("a status has 16 bits");
    }
    comment = comment.map(c -> c.length() > 64 ? c.substring(0, 64) : c);
  }

  public static Status of(int code, String comment) {
    return new Status(code, Optional.of(comment));
  }

  public boolean isSuccess() {
    return code == 0;
  }

  /** 0001, 0107, 0116 and Bxxx: done, with a remark (PS3.7 C.4). */
  public boolean isWarning() {
    return code == 0x0001 || code == 0x0107 || code == 0x0116 || code >> 12 == 0xB;
  }
}
