package org.radcanon.terminology;

/**
 * The axes of a canonical concept, in the order of a concept's name. Every value has one home axis
 * (table {@code vocabulary.csv}), so that a concept is determined by its values alone. A concept
 * may have several values of one axis, or none; none says that nothing is known, never that there
 * is none.
 *
 * <p>What has no axis of its own: the route of contrast is part of the {@link #CONTRAST} value
 * (intravenous, oral, intrathecal; a contrast without route is broader than each), since a study
 * may use two agents by two routes; a position of the patient is part of the {@link #VIEW} or a
 * {@link #MANOEUVRE}; a combined modality such as PET/CT is one {@link #MODALITY}.
 */
public enum Attribute {
  /** CT, MR, projection radiography; also the combined ones, such as PET/CT. */
  MODALITY,
  /** Angiography, Doppler, tomosynthesis, SPECT and the like. */
  MODALITY_SUBTYPE,
  /** Newborns, infants, children. */
  POPULATION,
  /** Part of the body in the large: head, chest, abdomen, cervical spine, upper extremity. */
  REGION,
  /** Organ, vessel, joint or other structure that is looked at within the region. */
  FOCUS,
  /** Left, right, bilateral, unilateral. */
  LATERALITY,
  /** Indication, suspected or known disease, what is measured, screening or diagnostic. */
  REASON,
  /** What is done beside imaging: biopsy, drainage, placement of a device. */
  INTERVENTION,
  /** How it is done, beyond the subtype: dynamic, gated, percutaneous, transabdominal. */
  TECHNIQUE,
  /** Rest, stress, flexion, inspiration, weight bearing. */
  MANOEUVRE,
  /** Limited, complete, additional area, multiple levels. */
  EXTENT,
  /** Number of views, or at least so many. */
  VIEW_COUNT,
  /** Names of views: PA, lateral, sunrise; with the position where the name has it. */
  VIEW,
  /** That imaging guides the intervention, and how. */
  GUIDANCE,
  /** Radiopharmaceuticals and drugs, agents other than contrast. */
  PHARMACEUTICAL,
  /**
   * Contrast with its route, the phases (without, with, without then with), or that there is none.
   */
  CONTRAST
}
