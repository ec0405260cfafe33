package org.radcanon.index;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;

/** A description or a hint of a case's evidence. */
@Embeddable
record CaseText(@Column(name = "source") String source, @Column(name = "content") String content) {

  static CaseText of(SourcedText text) {
    return new CaseText(Matchable.storable(text.source()), Matchable.storable(text.text()));
  }

  SourcedText toSourced() {
    return new SourcedText(source, content);
  }
}
