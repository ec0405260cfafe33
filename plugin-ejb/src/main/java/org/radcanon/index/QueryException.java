package org.radcanon.index;

/** A query that cannot be answered because a value is not of its key's kind; the caller's fault. */
public class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueryException(String message) {
    super(message);
  }
}
