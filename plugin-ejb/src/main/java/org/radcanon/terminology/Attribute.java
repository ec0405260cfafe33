package org.radcanon.terminology;

/** The axes of a canonical concept, in the order of a concept's name. */
public enum Attribute {
  MODALITY,
  MODALITY_SUBTYPE,
  POPULATION,
  REGION,
  FOCUS,
  LATERALITY,
  REASON,
  TECHNIQUE,
  GUIDANCE,
  PHARMACEUTICAL,
  VIEW,
  MANOEUVRE
}
