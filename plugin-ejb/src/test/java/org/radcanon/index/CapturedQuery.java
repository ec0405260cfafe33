package org.radcanon.index;

import java.util.List;

/** A query as it went to the database. */
record CapturedQuery(String sql, List<Object> parameters) {}
