package org.radcanon.terminology.build;

/** How codes of one scheme that mean one concept are ordered; the first is the preferred one. */
public enum Rank {
  /** In the scheme's recommended subset. */
  CORE,
  NORMAL,
  /** Deprecated or discouraged by the scheme; still understood. */
  SUPERSEDED
}
