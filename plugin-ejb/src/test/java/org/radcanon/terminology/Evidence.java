package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;

/** Evidence in a line, for tests. */
public final class Evidence {

  private final List<SourcedCode> codes = new ArrayList<>();
  private final List<SourcedText> texts = new ArrayList<>();
  private final List<SourcedText> hints = new ArrayList<>();
  private final Set<String> modalities;
  private Origin origin = Origin.UNKNOWN;

  private Evidence(String... modalities) {
    this.modalities = Set.copyOf(Arrays.asList(modalities));
  }

  public static Evidence of(String... modalities) {
    return new Evidence(modalities);
  }

  public static ProcedureEvidence study(String description, String modality) {
    return of(modality).text("StudyDescription", description).build();
  }

  public Evidence code(String source, String value, String scheme) {
    codes.add(new SourcedCode(source, new Code(value, scheme, "")));
    return this;
  }

  public Evidence text(String source, String text) {
    texts.add(new SourcedText(source, text));
    return this;
  }

  public Evidence hint(String source, String text) {
    hints.add(new SourcedText(source, text));
    return this;
  }

  public Evidence from(String institution, String station, String aeTitle) {
    origin = new Origin(given(institution), given(station), given(aeTitle));
    return this;
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty());
  }

  public ProcedureEvidence build() {
    return new ProcedureEvidence(codes, texts, modalities, hints, origin);
  }
}
