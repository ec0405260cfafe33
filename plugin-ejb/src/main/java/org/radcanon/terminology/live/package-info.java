/**
 * What is in force in a running house: the map, its lexicon and the site map together, replaced
 * together, with the last good copies on disk.
 *
 * <p>Start reading at {@link org.radcanon.terminology.live.Terminology}. Other rooms need nothing
 * else of it.
 */
package org.radcanon.terminology.live;
