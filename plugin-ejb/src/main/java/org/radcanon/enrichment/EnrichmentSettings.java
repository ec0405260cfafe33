package org.radcanon.enrichment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;

/**
 * What a site wants written.
 *
 * @param preferredSchemes designators, best first: the code that is written is of the first scheme
 *     that the concept has a code in; {@code 99RADCANON}, which every concept has, stands last even
 *     when left out
 * @param equivalentCodes write the concept's codes in the other schemes as Equivalent Code Sequence
 *     (0008,0121); without it, {@link Mode#COMPLETE} does no more than {@link Mode#FILL}
 * @param codingSchemeVersions write Coding Scheme Version (0008,0103) where the scheme has one;
 *     PS3.3 8.2 asks for it only where the designator alone leaves the code ambiguous
 * @param codingSchemeIdentification explain private schemes in Coding Scheme Identification
 *     Sequence (0008,0110)
 * @param originalAttributes keep what is replaced in Original Attributes Sequence (0400,0561);
 *     {@link Mode#NORMALISE} needs it
 * @param contributingEquipment sign a changed instance in Contributing Equipment Sequence
 *     (0018,A001)
 * @param threshold confidence from 0 to 1 below which a resolution by text is not written
 * @param equipment what stands in (0018,A001) and in Modifying System (0400,0563)
 */
public record EnrichmentSettings(
    Mode mode,
    List<String> preferredSchemes,
    boolean equivalentCodes,
    boolean codingSchemeVersions,
    boolean codingSchemeIdentification,
    boolean originalAttributes,
    boolean contributingEquipment,
    double threshold,
    Equipment equipment) {

  /** What may be done to an instance. */
  public enum Mode {
    /** Write Procedure Code Sequence only where it is absent or empty. */
    FILL,
    /** As {@link #FILL}, and add equivalent codes to a code of the same concept that is there. */
    COMPLETE,
    /** Replace what is there by the preferred code, keeping the original. */
    NORMALISE
  }

  /**
   * The system that changes instances (PS3.3 C.12.1.1.5).
   *
   * @param institution Institution Name (0008,0080), LO; left out when empty
   * @param station Station Name (0008,1010), SH: 1 to 16 characters
   * @param softwareVersion Software Versions (0018,1020), LO: 1 to 64 characters
   */
  public record Equipment(Optional<String> institution, String station, String softwareVersion) {

    /** Manufacturer (0008,0070) and Manufacturer's Model Name (0008,1090). */
    public static final String PRODUCT = "radcanon";

    public Equipment {
      institution.ifPresent(name -> require("institution", name, 64));
      require("station", station, 16);
      require("software version", softwareVersion, 64);
    }

    private static void require(String what, String value, int longest) {
      if (value.isBlank() || value.length() > longest || value.indexOf('\\') >= 0) {
        throw new IllegalArgumentException(
            "the %s needs 1 to %d characters and no backslash".formatted(what, longest));
      }
    }
  }

  /**
   * @throws IllegalArgumentException when the settings contradict themselves
   */
  public EnrichmentSettings {
    Set<String> schemes = new LinkedHashSet<>(preferredSchemes);
    schemes.add(CanonicalMap.CONCEPT_SCHEME);
    preferredSchemes = List.copyOf(schemes);
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("the threshold is a confidence from 0 to 1");
    }
    if (mode == Mode.NORMALISE && !originalAttributes) {
      throw new IllegalArgumentException(
          "mode NORMALISE needs original attributes, or the code that is replaced would be lost");
    }
  }

  /** The defaults: fill, RadLex first, everything written, threshold 0.9. */
  public static EnrichmentSettings defaults(String softwareVersion) {
    return new EnrichmentSettings(
        Mode.FILL,
        List.of(CanonicalMap.RADLEX),
        true,
        false,
        true,
        true,
        true,
        0.9,
        new Equipment(Optional.empty(), "RADCANON", softwareVersion));
  }

  public EnrichmentSettings withMode(Mode other) {
    return new EnrichmentSettings(
        other,
        preferredSchemes,
        equivalentCodes,
        codingSchemeVersions,
        codingSchemeIdentification,
        originalAttributes,
        contributingEquipment,
        threshold,
        equipment);
  }
}
