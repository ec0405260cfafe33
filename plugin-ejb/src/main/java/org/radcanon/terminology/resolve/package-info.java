/**
 * From all the evidence of a study to one concept, most trusted first: known codes, the site map,
 * texts.
 *
 * <p>Start reading at {@link org.radcanon.terminology.resolve.EvidenceResolver}.
 */
package org.radcanon.terminology.resolve;
