package org.radcanon.studies.image;

import java.util.Optional;

/**
 * What one series shows.
 *
 * @param laterality {@code L}, {@code R}, or {@code U} where nothing is paired
 * @param position View Position (0018,5101), empty where the modality has none
 * @param contrast Contrast/Bolus Agent (0018,0010), empty without contrast
 */
public record View(
    Iod iod,
    BodyPart bodyPart,
    String seriesDescription,
    String laterality,
    Optional<String> position,
    Optional<String> contrast) {

  public static View of(Iod iod, BodyPart bodyPart, String seriesDescription) {
    return new View(iod, bodyPart, seriesDescription, "U", Optional.empty(), Optional.empty());
  }

  public static View projection(Iod iod, BodyPart bodyPart, String laterality, String position) {
    return new View(
        iod,
        bodyPart,
        bodyPart + " " + position,
        laterality,
        Optional.of(position),
        Optional.empty());
  }

  public View withContrast(String agent) {
    return new View(iod, bodyPart, seriesDescription, laterality, position, Optional.of(agent));
  }
}
