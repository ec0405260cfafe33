package org.radcanon.terminology.rimag;

import java.util.List;

/**
 * What a position means at some sites.
 *
 * @param sites the beginnings of their codes; empty: at all others
 */
record PositionMeaning(List<String> sites, List<String> values) {

  boolean holds(String site) {
    return sites.isEmpty() || sites.stream().anyMatch(site::startsWith);
  }
}
