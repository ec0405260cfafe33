/**
 * Words of procedure descriptions into attribute values: folding, cutting into words, the lexicon's
 * phrases, the grammar of contrast, views, negation and alternatives. Works on value ids, marks and
 * the lexicon's tables ({@code config/canonical-map/lexicon/}); knows no concepts.
 *
 * <p>Start reading at {@link org.radcanon.terminology.text.Parser}.
 */
package org.radcanon.terminology.text;
