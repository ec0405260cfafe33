/**
 * Coding schemes, concepts, the canonical map, and from a study's codes and texts to a concept.
 *
 * <p>A concept is a set of attributes; two codes mean the same procedure when their attributes
 * canonicalise to the same set. Plain Java with Commons CSV; knows neither DICOM nor a container.
 *
 * <p>Start reading at {@link org.radcanon.terminology.CanonicalMap} and {@link
 * org.radcanon.terminology.Resolver}.
 */
package org.radcanon.terminology;
