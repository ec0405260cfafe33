/**
 * Coding schemes, concepts, the canonical map, evidence and what it resolves to: the words that all
 * rooms share, and the contracts {@link org.radcanon.terminology.CanonicalMap} and {@link
 * org.radcanon.terminology.Resolver}. What fulfils them stands in the packages below, each of which
 * may use this one: {@code live} is what a server asks.
 *
 * <p>A concept is a set of attributes; two codes mean the same procedure when their attributes
 * canonicalise to the same set. Plain Java with Commons CSV; knows neither DICOM nor a container.
 *
 * <p>Start reading at {@link org.radcanon.terminology.CanonicalMap}.
 */
package org.radcanon.terminology;
