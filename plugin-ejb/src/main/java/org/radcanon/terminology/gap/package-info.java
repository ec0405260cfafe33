/**
 * The gap report: where the coding schemes are incomplete or contradict themselves, seen from the
 * canonical map.
 *
 * <p>Start reading at {@link org.radcanon.terminology.gap.GapReport}.
 */
package org.radcanon.terminology.gap;
