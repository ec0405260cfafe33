package org.radcanon.intake.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Element;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.NewItem.Items;
import org.radcanon.dicom.NewItem.NewElement;
import org.radcanon.dicom.NewItem.Values;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.dicom.VR;
import org.radcanon.dimse.AeTitle;
import org.radcanon.index.IndexedAttributes;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.Row;

/**
 * The identifiers of C-FIND responses (PS3.4 C.4.1.1.3.2): the keys of the request, empty where
 * nothing is known, and where to retrieve.
 */
final class FindAnswer {
  private final DataSet identifier;
  private final FindRequest request;
  private final TransferSyntax syntax;
  private final Optional<AeTitle> retrieve;

  FindAnswer(
      DataSet identifier, FindRequest request, TransferSyntax syntax, Optional<AeTitle> retrieve) {
    this.identifier = identifier;
    this.request = request;
    this.syntax = syntax;
    this.retrieve = retrieve;
  }

  /** Whether the index keeps all that is wanted (PS3.4 C.4.1.1.4: else FF01). */
  boolean hasAll() {
    return request.wanted().stream().map(Element::tag).allMatch(this::isKept);
  }

  private boolean isKept(int tag) {
    for (Level level : Level.values()) {
      if (level.compareTo(request.level()) <= 0
          && IndexedAttributes.of(level).stream().anyMatch(a -> a.tag() == tag)) {
        return true;
      }
    }
    return false;
  }

  byte[] of(Row row) {
    JsonDataSet all = row.study();
    all = row.series().map(all::with).orElse(all);
    all = row.instance().map(all::with).orElse(all);
    Map<Integer, NewElement> known = new HashMap<>();
    NewItem.of(all).elements().forEach(element -> known.put(element.tag(), element));
    List<NewElement> answer = new ArrayList<>();
    for (Element wanted : request.wanted()) {
      answer.add(
          Optional.ofNullable(known.get(wanted.tag()))
              .map(element -> narrowed(element, wanted))
              .orElseGet(() -> empty(wanted)));
    }
    answer.add(new Values(Tag.QueryRetrieveLevel, VR.CS, List.of(level())));
    retrieve.ifPresent(
        ae -> answer.add(new Values(Tag.RetrieveAETitle, VR.AE, List.of(ae.value()))));
    Optional.ofNullable(known.get(Tag.InstanceAvailability)).ifPresent(answer::add);
    return new NewItem(answer).toDataSet(syntax);
  }

  private String level() {
    return request.level() == Level.INSTANCE ? "IMAGE" : request.level().name();
  }

  private static NewElement empty(Element wanted) {
    return wanted.vr() == VR.SQ
        ? new Items(wanted.tag(), List.of())
        : new Values(wanted.tag(), wanted.vr(), List.of());
  }

  /** Of a sequence, what the request's item asks for; all, where it asks for nothing particular. */
  private NewElement narrowed(NewElement element, Element wanted) {
    if (!(element instanceof Items items) || wanted.vr() != VR.SQ) {
      return element;
    }
    Set<Integer> inside =
        identifier.items(wanted.tag()).stream()
            .flatMap(item -> item.elements().stream())
            .map(Element::tag)
            .collect(Collectors.toSet());
    return inside.isEmpty()
        ? items
        : new Items(
            items.tag(),
            items.items().stream()
                .map(
                    item ->
                        new NewItem(
                            item.elements().stream()
                                .filter(e -> inside.contains(e.tag()))
                                .toList()))
                .toList());
  }
}
