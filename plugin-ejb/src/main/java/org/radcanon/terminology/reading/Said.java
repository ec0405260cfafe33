package org.radcanon.terminology.reading;

import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.text.Parsed;

/**
 * What a text says, completed by the header and by the policies.
 *
 * @param modality the one by which it was read
 * @param usual the modality is what a study of these acquisitions usually is
 */
record Said(
    Parsed parsed, Optional<String> modality, boolean usual, Policies.Applied meant, Gaps gaps) {

  Set<String> values() {
    return meant.values();
  }
}
