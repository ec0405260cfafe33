package org.radcanon.terminology;

/**
 * The axes of a canonical concept, in the order of a concept's name. Every value has one home axis
 * (table {@code values.csv}), so that a concept is determined by its values alone.
 */
public enum Attribute {
  /** CT, MR, projection radiography; also the combined ones, such as PET/CT. */
  MODALITY,
  /** Angiography, Doppler, tomosynthesis, SPECT and the like. */
  MODALITY_SUBTYPE,
  POPULATION,
  REGION,
  FOCUS,
  LATERALITY,
  REASON,
  /** What is done beside imaging: biopsy, drainage, placement of a device. */
  INTERVENTION,
  TECHNIQUE,
  /** Rest, stress, flexion, inspiration, weight bearing. */
  MANOEUVRE,
  /** Limited, complete, additional area, multiple levels. */
  EXTENT,
  /** Number of views. */
  VIEW_COUNT,
  /** Names of views. */
  VIEW,
  GUIDANCE,
  /** Radiopharmaceuticals and drugs. */
  PHARMACEUTICAL,
  /** Contrast with its route, or that there is none. */
  CONTRAST
}
