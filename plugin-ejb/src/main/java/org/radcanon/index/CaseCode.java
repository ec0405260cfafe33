package org.radcanon.index;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;

/** A code of a case's evidence. */
@Embeddable
record CaseCode(
    @Column(name = "source") String source,
    @Column(name = "code_value") String value,
    @Column(name = "scheme") String scheme,
    @Column(name = "meaning") String meaning) {

  static CaseCode of(SourcedCode code) {
    return new CaseCode(
        Matchable.storable(code.source()),
        Matchable.storable(code.code().value()),
        Matchable.storable(code.code().scheme()),
        Matchable.storable(code.code().meaning()));
  }

  SourcedCode toSourced() {
    return new SourcedCode(source, new Code(value, scheme, meaning));
  }
}
