package org.radcanon.intake.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Element;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.Uid;
import org.radcanon.dicom.VR;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.Query;

/**
 * The identifier of a C-FIND of the Study Root (PS3.4 C.4.1.1.3.1): keys with a value match, and
 * all are wanted back. Queries are hierarchical (C.4.1.2.2.1): above the level asked for, each
 * unique key names one entity.
 *
 * @param level Query/Retrieve Level (0008,0052)
 * @param matching keys to match by
 * @param wanted elements of the identifier that the answers will have
 */
record FindRequest(
    Level level,
    Optional<String> study,
    Optional<String> series,
    List<Key> matching,
    List<Element> wanted) {

  private static final int MOST_KEYS = 200;

  /** The identifier is none of this SOP class: A900 with this as Error Comment. */
  static final class NoneOfThisClass extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoneOfThisClass(String comment) {
      super(comment);
    }
  }

  /**
   * @throws NoneOfThisClass when the identifier does not match the SOP class
   */
  static FindRequest of(DataSet identifier) {
    Level level = level(identifier);
    Optional<String> study =
        level == Level.STUDY
            ? Optional.empty()
            : Optional.of(unique(identifier, Tag.StudyInstanceUID));
    Optional<String> series =
        level != Level.INSTANCE
            ? Optional.empty()
            : Optional.of(unique(identifier, Tag.SeriesInstanceUID));
    List<Key> matching = new ArrayList<>();
    List<Element> wanted = new ArrayList<>();
    for (Element element : identifier.elements()) {
      int tag = element.tag();
      if (!isAboutTheQuery(tag)) {
        wanted.add(element);
        boolean named =
            study.isPresent() && tag == Tag.StudyInstanceUID
                || series.isPresent() && tag == Tag.SeriesInstanceUID;
        if (!named) {
          matching.addAll(keys(identifier, element));
        }
      }
    }
    if (matching.size() > MOST_KEYS) {
      throw new NoneOfThisClass("more matching keys than are taken");
    }
    return new FindRequest(level, study, series, List.copyOf(matching), List.copyOf(wanted));
  }

  Query query(int limit, int offset) {
    return new Query(level, study, series, matching, limit, offset);
  }

  private static Level level(DataSet identifier) {
    return switch (identifier.string(Tag.QueryRetrieveLevel).orElse("")) {
      case "STUDY" -> Level.STUDY;
      case "SERIES" -> Level.SERIES;
      case "IMAGE" -> Level.INSTANCE;
      default -> throw new NoneOfThisClass("Query/Retrieve Level is not STUDY, SERIES or IMAGE");
    };
  }

  private static String unique(DataSet identifier, int tag) {
    List<String> values = identifier.strings(tag);
    if (values.size() != 1 || !Uid.isWellFormed(values.get(0))) {
      throw new NoneOfThisClass(
          Tag.toString(tag) + " must name one entity above the level asked for");
    }
    return values.get(0);
  }

  /** Group lengths, and what says how to read and serve the identifier. */
  private static boolean isAboutTheQuery(int tag) {
    return Tag.isGroupLength(tag)
        || tag == Tag.SpecificCharacterSet
        || tag == Tag.QueryRetrieveLevel
        || tag == Tag.RetrieveAETitle
        || tag == Tag.InstanceAvailability;
  }

  /** None for universal matching (PS3.4 C.2.2.2.3). */
  private static List<Key> keys(DataSet identifier, Element element) {
    if (element.vr() == VR.SQ) {
      return itemKeys(identifier.items(element.tag()), element.tag());
    }
    String value = String.join("\\", identifier.strings(element.tag()));
    return isUniversal(value) ? List.of() : List.of(new Key(List.of(element.tag()), value));
  }

  /** Sequence matching is by one item (PS3.4 C.2.2.2.6). */
  private static List<Key> itemKeys(List<DataSet> items, int sequence) {
    if (items.size() > 1) {
      throw new NoneOfThisClass(Tag.toString(sequence) + " has more than one item");
    }
    List<Key> keys = new ArrayList<>();
    for (DataSet item : items) {
      for (Element element : item.elements()) {
        for (Key key : keys(item, element)) {
          List<Integer> path = new ArrayList<>(List.of(sequence));
          path.addAll(key.path());
          keys.add(new Key(path, key.value()));
        }
      }
    }
    return keys;
  }

  private static boolean isUniversal(String value) {
    return value.isBlank() || value.strip().chars().allMatch(c -> c == '*');
  }
}
