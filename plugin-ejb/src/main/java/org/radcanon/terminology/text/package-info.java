/**
 * Words of procedure descriptions: folding, abbreviations, contrast wording, modality words. Works
 * on strings and on the lexicon's tables ({@code config/canonical-map/lexicon/}); knows no
 * concepts.
 *
 * <p>Start reading at {@link org.radcanon.terminology.text.Normalizer}.
 */
package org.radcanon.terminology.text;
