package org.radcanon.web.dicomweb;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.web.AcceptedTypes;
import org.radcanon.web.AcceptedTypes.Range;

/**
 * The form in which a caller gets instances (PS3.18 8.7.3.5, 10.4): parts of a multipart, or, a
 * single instance, as it is. Instances leave in the transfer syntax that they are stored in; a
 * caller that names none, or {@code *}, takes what there is.
 *
 * @param multipart else {@code application/dicom} alone
 * @param syntaxes the transfer syntaxes that the caller takes; empty: any
 */
record DicomRepresentation(boolean multipart, Set<String> syntaxes) {
  private static final String MULTIPART = "multipart/related";

  DicomRepresentation {
    syntaxes = Set.copyOf(syntaxes);
  }

  /**
   * @param single one instance is asked for
   * @return empty when the caller takes neither form
   */
  static Optional<DicomRepresentation> choose(AcceptedTypes accepted, boolean single) {
    for (Range range : accepted.ranges()) {
      if (isMultipart(range)) {
        return Optional.of(of(true, accepted.ranges()));
      }
      if (single && isSingle(range)) {
        return Optional.of(of(false, accepted.ranges()));
      }
    }
    return Optional.empty();
  }

  boolean takes(String transferSyntax) {
    return syntaxes.isEmpty() || syntaxes.contains(transferSyntax);
  }

  private static DicomRepresentation of(boolean multipart, List<Range> ranges) {
    Set<String> syntaxes = new HashSet<>();
    for (Range range : ranges) {
      if (multipart ? isMultipart(range) : isSingle(range)) {
        String syntax = range.media().parameter("transfer-syntax").map(String::strip).orElse("*");
        if (syntax.equals("*")) {
          return new DicomRepresentation(multipart, Set.of());
        }
        syntaxes.add(syntax);
      }
    }
    return new DicomRepresentation(multipart, syntaxes);
  }

  private static boolean isMultipart(Range range) {
    return range.covers(MULTIPART)
        && range
            .media()
            .typeParameter("type")
            .filter(t -> !t.equals(StowService.DICOM) && !t.equals("*/*"))
            .isEmpty();
  }

  private static boolean isSingle(Range range) {
    return range.covers(StowService.DICOM);
  }
}
