/**
 * The canonical map as its built tables say it ({@code docs/canonical-map.md} says what each
 * holds): read, checked, kept in hash maps.
 *
 * <p>Start reading at {@link org.radcanon.terminology.map.MapLoader}. Knows nothing of texts, sites
 * or evidence.
 */
package org.radcanon.terminology.map;
