/**
 * What standing in line costs: the same sender through radcanon and straight to the same archive,
 * in turns, as ratios. Start reading at {@link org.radcanon.studies.bench.Benches}.
 */
package org.radcanon.studies.bench;
