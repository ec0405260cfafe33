package org.radcanon.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;

/**
 * Reads out of a header what it says about its procedure, most trusted first: what was performed
 * (0008,1032), what was requested, and what was done by protocol; then the descriptions, of the
 * study before those of a series.
 */
public final class EvidenceReader {

  /** The last top-level element that {@link #read} looks at. */
  public static final int LAST_TAG = Tag.RequestAttributesSequence;

  /** More codes, or longer texts, are nobody's procedure. */
  private static final int CODES = 64;

  private static final int TEXT = 256;

  private static final String REQUEST = "RequestAttributesSequence";

  private record Source(String keyword, int tag) {}

  private static final Source PROCEDURE =
      new Source("ProcedureCodeSequence", Tag.ProcedureCodeSequence);
  private static final Source REQUESTED =
      new Source("RequestedProcedureCodeSequence", Tag.RequestedProcedureCodeSequence);
  private static final Source SCHEDULED =
      new Source("ScheduledProtocolCodeSequence", Tag.ScheduledProtocolCodeSequence);
  private static final Source PERFORMED =
      new Source("PerformedProtocolCodeSequence", Tag.PerformedProtocolCodeSequence);
  private static final Source REQUESTED_TEXT =
      new Source("RequestedProcedureDescription", Tag.RequestedProcedureDescription);

  private static final List<Source> TEXTS_OF_STUDY =
      List.of(
          REQUESTED_TEXT,
          new Source("StudyDescription", Tag.StudyDescription),
          new Source("PerformedProcedureStepDescription", Tag.PerformedProcedureStepDescription));
  private static final List<Source> TEXTS_OF_SERIES =
      List.of(
          new Source("ProtocolName", Tag.ProtocolName),
          new Source("SeriesDescription", Tag.SeriesDescription));
  private static final List<Source> HINTS =
      List.of(
          new Source("BodyPartExamined", Tag.BodyPartExamined),
          new Source("Laterality", Tag.Laterality),
          new Source("ImageLaterality", Tag.ImageLaterality),
          new Source("ViewPosition", Tag.ViewPosition),
          new Source("ContrastBolusAgent", Tag.ContrastBolusAgent),
          new Source("ContrastBolusRoute", Tag.ContrastBolusRoute));
  private static final List<Source> CODED_HINTS =
      List.of(
          new Source("AnatomicRegionSequence", Tag.AnatomicRegionSequence),
          new Source("ContrastBolusAgentSequence", Tag.ContrastBolusAgentSequence));

  private EvidenceReader() {}

  /**
   * @param header read at least up to {@link #LAST_TAG}
   * @param callingAe AE title of the sender, where the door has one
   */
  public static ProcedureEvidence read(DataSet header, Optional<String> callingAe) {
    return new ProcedureEvidence(
        codes(header),
        texts(header),
        Acquisition.modality(header).map(Set::of).orElse(Set.of()),
        hints(header),
        new Origin(
            header.string(Tag.InstitutionName).map(name -> Texts.fit(name, TEXT)),
            header.string(Tag.StationName).map(name -> Texts.fit(name, TEXT)),
            callingAe));
  }

  private static List<SourcedCode> codes(DataSet header) {
    List<DataSet> requests = header.items(Tag.RequestAttributesSequence);
    List<SourcedCode> distinct = new ArrayList<>();
    Stream.of(
            codes(header, PROCEDURE, ""),
            codes(header, REQUESTED, ""),
            requests.stream().flatMap(request -> codes(request, REQUESTED, REQUEST + ".")),
            requests.stream().flatMap(request -> codes(request, SCHEDULED, REQUEST + ".")),
            codes(header, SCHEDULED, ""),
            codes(header, PERFORMED, ""))
        .flatMap(found -> found)
        .limit(CODES)
        .filter(found -> distinct.stream().noneMatch(d -> d.code().sameAs(found.code())))
        .forEachOrdered(distinct::add);
    return distinct;
  }

  private static Stream<SourcedCode> codes(DataSet dataSet, Source source, String prefix) {
    return dataSet.items(source.tag()).stream()
        .flatMap(item -> codes(item, prefix + source.keyword()));
  }

  private static Stream<SourcedCode> codes(DataSet item, String path) {
    return Stream.concat(
        CodeItems.code(item).stream().map(code -> sourced(path, code)),
        CodeItems.equivalents(item).stream()
            .map(code -> sourced(path + ".EquivalentCodeSequence", code)));
  }

  private static SourcedCode sourced(String path, Code code) {
    return new SourcedCode(
        path, new Code(code.value(), code.scheme(), Texts.fit(code.meaning(), TEXT)));
  }

  /** A coded one is told as PS3.3 writes codes: {@code (816094009, SCT, Chest)}. */
  private static List<SourcedText> hints(DataSet header) {
    Stream<SourcedText> coded =
        CODED_HINTS.stream()
            .flatMap(
                hint ->
                    header.items(hint.tag()).stream()
                        .limit(CODES)
                        .flatMap(item -> CodeItems.code(item).stream())
                        .map(code -> new SourcedText(hint.keyword(), triple(code))));
    return Stream.concat(HINTS.stream().flatMap(hint -> text(header, hint, "")), coded)
        .distinct()
        .toList();
  }

  private static String triple(Code code) {
    return Texts.fit(
        "(%s, %s, %s)".formatted(code.value(), code.scheme(), code.meaning().strip()), TEXT);
  }

  private static List<SourcedText> texts(DataSet header) {
    Stream<SourcedText> requests =
        header.items(Tag.RequestAttributesSequence).stream()
            .limit(CODES)
            .flatMap(request -> text(request, REQUESTED_TEXT, REQUEST + "."));
    return Stream.of(
            TEXTS_OF_STUDY.stream().flatMap(source -> text(header, source, "")),
            requests,
            TEXTS_OF_SERIES.stream().flatMap(source -> text(header, source, "")))
        .flatMap(texts -> texts)
        .distinct()
        .toList();
  }

  /** A backslash in a description is a separator of values to DICOM, and a space to its writer. */
  private static Stream<SourcedText> text(DataSet dataSet, Source source, String prefix) {
    return Stream.of(String.join(" ", dataSet.strings(source.tag())))
        .map(text -> Texts.fit(text, TEXT))
        .filter(text -> !text.isEmpty())
        .map(text -> new SourcedText(prefix + source.keyword(), text));
  }
}
