/**
 * The canonical map to read: search, a procedure with its codes and neighbours, browsing, the
 * schemes, the gap report, and everything as CSV. Server-rendered and complete without scripts; GET
 * only, and nothing is kept.
 *
 * <p>Start reading at {@code ConceptResource} and {@code ConceptPage}; {@code Frame} is what all
 * pages share.
 */
package org.radcanon.web.terminology;
