/**
 * Concepts found by codes and the beginnings of names, as a person types.
 *
 * <p>Start reading at {@link org.radcanon.terminology.search.ConceptSearch}.
 */
package org.radcanon.terminology.search;
