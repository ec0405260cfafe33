package org.radcanon.enrichment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Patch;
import org.radcanon.dicom.Patch.Edit;
import org.radcanon.dicom.Tag;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;

/** What is to change in Procedure Code Sequence (0008,1032), by mode. */
final class ProcedureCodes {

  /**
   * @param edit of Procedure Code Sequence
   * @param written codes that the instance did not have before
   * @param replaced whether something that was there goes
   * @param what was done, in words
   */
  record Written(Edit edit, List<Code> written, boolean replaced, String what) {}

  private final ConceptCodes codes;
  private final EnrichmentSettings.Mode mode;

  ProcedureCodes(ConceptCodes codes, EnrichmentSettings.Mode mode) {
    this.codes = codes;
    this.mode = mode;
  }

  /**
   * Whether the element has a value that is no sequence of items, as of VR LO or UN. Nobody can
   * complete it, and writing over it would lose what a sender meant.
   */
  static boolean isNoSequence(DataSet header) {
    return header.items(Tag.ProcedureCodeSequence).isEmpty()
        && header.element(Tag.ProcedureCodeSequence).filter(e -> e.length() > 0).isPresent();
  }

  /** Empty where the instance is as the mode wants it, or cannot be brought there. */
  Optional<Written> write(DataSet header, Concept concept) {
    if (isNoSequence(header)) {
      return mode == EnrichmentSettings.Mode.NORMALISE
          ? Optional.of(put(concept, true, "replaced"))
          : Optional.empty();
    }
    List<DataSet> items = header.items(Tag.ProcedureCodeSequence);
    if (items.stream().allMatch(item -> item.elements().isEmpty())) {
      return Optional.of(put(concept, false, "added"));
    }
    return switch (mode) {
      case FILL -> Optional.empty();
      case COMPLETE -> complete(items, concept);
      case NORMALISE ->
          isPreferred(items, concept)
              ? complete(items, concept)
              : Optional.of(put(concept, true, "replaced"));
    };
  }

  private Written put(Concept concept, boolean replaced, String what) {
    Code first = codes.preferred(concept);
    List<Code> equivalents = codes.beside(concept, Set.of(first.scheme()));
    return new Written(
        new Patch.SetItems(Tag.ProcedureCodeSequence, List.of(codes.item(first, equivalents))),
        concat(first, equivalents),
        replaced,
        what);
  }

  private boolean isPreferred(List<DataSet> items, Concept concept) {
    return items.size() == 1
        && CodeItems.code(items.get(0)).filter(codes.preferred(concept)::sameAs).isPresent();
  }

  /** Adds to the first item that means the concept what it lacks of the other schemes. */
  private Optional<Written> complete(List<DataSet> items, Concept concept) {
    return IntStream.range(0, items.size())
        .filter(i -> codes.itemMeans(items.get(i), concept))
        .boxed()
        .findFirst()
        .flatMap(i -> completeItem(items.get(i), i, concept));
  }

  private Optional<Written> completeItem(DataSet item, int index, Concept concept) {
    Set<String> there = CodeItems.all(item).stream().map(codes::scheme).collect(Collectors.toSet());
    List<Code> missing = codes.beside(concept, there);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    Patch equivalents =
        Patch.builder()
            .appendItems(
                Tag.EquivalentCodeSequence,
                missing.stream().map(code -> codes.item(code, List.of())).toList())
            .build();
    return Optional.of(
        new Written(
            new Patch.EditItem(Tag.ProcedureCodeSequence, index, equivalents),
            missing,
            false,
            "completed by equivalent codes"));
  }

  private static List<Code> concat(Code first, List<Code> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
  }
}
