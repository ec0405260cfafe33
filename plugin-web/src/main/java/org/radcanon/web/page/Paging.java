package org.radcanon.web.page;

import jakarta.ws.rs.BadRequestException;

/**
 * Which part of a list is shown.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param offset 0 or more
 */
public record Paging(int limit, int offset) {
  public static final int MAX_LIMIT = 500;

  /**
   * @throws BadRequestException when one is out of its range
   */
  public Paging {
    if (limit < 1 || limit > MAX_LIMIT || offset < 0) {
      throw new BadRequestException(
          "limit must be 1 to " + MAX_LIMIT + ", offset must not be negative.");
    }
  }
}
