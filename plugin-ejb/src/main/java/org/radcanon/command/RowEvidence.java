package org.radcanon.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Dictionary;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.enrichment.EvidenceReader;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;

/**
 * What a row says about its study: column {@code text} stands for Study Description, {@code
 * modality} for the modalities of the acquisitions, {@code AETitle} for the sender, and a column
 * that is called by a keyword of PS3.6 for that attribute, also inside {@code
 * RequestAttributesSequence.}
 */
final class RowEvidence {

  static final String TEXT = "text";
  static final String MODALITY = "modality";

  private static final String AE_TITLE = "AETitle";
  private static final String REQUEST = "RequestAttributesSequence.";
  private static final String DESCRIPTION = "StudyDescription";

  private final int text;
  private final int modality;
  private final Optional<Integer> aeTitle;
  private final Map<Integer, Dictionary.Entry> attributes = new HashMap<>();
  private final Map<Integer, Dictionary.Entry> requests = new HashMap<>();

  RowEvidence(InputTable table) {
    text = table.find(TEXT).orElseThrow();
    modality = table.find(MODALITY).orElseThrow();
    aeTitle = table.find(AE_TITLE);
    for (int i = 0; i < table.header().size(); i++) {
      String name = table.header().get(i);
      boolean request = name.startsWith(REQUEST);
      int at = i;
      Dictionary.find(request ? name.substring(REQUEST.length()) : name)
          .filter(entry -> entry.tag() != Tag.Modality)
          .ifPresent(entry -> (request ? requests : attributes).put(at, entry));
    }
  }

  /**
   * @throws IllegalArgumentException when a cell cannot be read
   */
  ProcedureEvidence of(List<String> row) {
    Map<Integer, List<DataSet>> sequences = new HashMap<>();
    Map<Integer, List<String>> values = new HashMap<>();
    fill(row, attributes, values, sequences);
    if (!requests.isEmpty()) {
      Map<Integer, List<DataSet>> inner = new HashMap<>();
      Map<Integer, List<String>> texts = new HashMap<>();
      fill(row, requests, texts, inner);
      sequences.put(Tag.RequestAttributesSequence, List.of(new GivenHeader(texts, inner)));
    }
    List<String> described = values.getOrDefault(Tag.StudyDescription, List.of());
    if (!row.get(text).isBlank()) {
      values.put(Tag.StudyDescription, List.of(row.get(text)));
    }
    ProcedureEvidence evidence =
        EvidenceReader.read(
            new GivenHeader(values, sequences),
            aeTitle.map(row::get).map(String::strip).filter(title -> !title.isEmpty()));
    return new ProcedureEvidence(
        evidence.codes(),
        row.get(text).isBlank() ? evidence.texts() : withBoth(evidence.texts(), described),
        ModalityCell.read(row.get(modality)),
        evidence.hints(),
        evidence.origin());
  }

  String text(List<String> row) {
    return row.get(text);
  }

  String modality(List<String> row) {
    return row.get(modality);
  }

  private static void fill(
      List<String> row,
      Map<Integer, Dictionary.Entry> columns,
      Map<Integer, List<String>> values,
      Map<Integer, List<DataSet>> sequences) {
    columns.forEach(
        (at, entry) -> {
          if (entry.vrs().contains(VR.SQ)) {
            sequences.put(entry.tag(), items(entry, row.get(at)));
          } else if (!row.get(at).isBlank()) {
            values.put(entry.tag(), List.of(row.get(at).strip()));
          }
        });
  }

  private static List<DataSet> items(Dictionary.Entry entry, String cell) {
    try {
      return CodeCell.items(cell);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(entry.keyword() + ": " + e.getMessage(), e);
    }
  }

  /** A column StudyDescription beside {@code text}, when it says something else. */
  private static List<SourcedText> withBoth(List<SourcedText> texts, List<String> described) {
    List<SourcedText> both = new ArrayList<>();
    for (SourcedText sourced : texts) {
      both.add(sourced);
      if (sourced.source().equals(DESCRIPTION)) {
        described.stream().map(t -> new SourcedText(DESCRIPTION, t)).forEach(both::add);
      }
    }
    return both.stream().distinct().toList();
  }
}
