/**
 * How concepts relate: what is broader, narrower, beside, and in what they differ; computed from
 * their values and the RadLex hierarchy, never from names.
 *
 * <p>Start reading at {@link org.radcanon.terminology.relation.Relations}.
 */
package org.radcanon.terminology.relation;
