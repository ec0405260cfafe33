/**
 * Tables as a terminologist keeps them: UTF-8, RFC 4180, a header row. Read strictly, all faults
 * together, each with file, line and reason. Knows nothing of codes.
 */
package org.radcanon.terminology.table;
