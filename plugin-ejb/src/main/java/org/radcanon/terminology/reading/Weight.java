package org.radcanon.terminology.reading;

import org.radcanon.terminology.Attribute;

/** How much it costs a procedure to lack what a text says, and to have what it does not say. */
enum Weight {
  PLACE(8, 7),
  SIDE(7, 7),
  SUBTYPE(9, 8),
  KIND(6, 7),
  CONTRAST(4, 6),
  COUNT(3, 3),
  DETAIL(3, 4);

  private final int lost;
  private final int added;

  Weight(int lost, int added) {
    this.lost = lost;
    this.added = added;
  }

  static Weight of(Attribute attribute) {
    return switch (attribute) {
      case REGION -> PLACE;
      case LATERALITY -> SIDE;
      case MODALITY_SUBTYPE -> SUBTYPE;
      case FOCUS, INTERVENTION, GUIDANCE -> KIND;
      case PHARMACEUTICAL, CONTRAST -> CONTRAST;
      case VIEW_COUNT -> COUNT;
      case MODALITY, POPULATION, REASON, TECHNIQUE, MANOEUVRE, EXTENT, VIEW -> DETAIL;
    };
  }

  /** The cost of a value that the text says and the procedure lacks. */
  int lost() {
    return lost;
  }

  /** The cost of a value that the procedure has and the text does not say. */
  int added() {
    return added;
  }
}
