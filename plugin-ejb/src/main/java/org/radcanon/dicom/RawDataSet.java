package org.radcanon.dicom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A data set or item over held bytes. Offsets are indexes into them. */
final class RawDataSet implements DataSet {

  final Source.Held held;
  final Encoding encoding;

  /** Of an item: where its tag stands; of a data set: where its first element stands. */
  final int start;

  final int contentStart;

  /** An item of undefined length (PS3.5 7.5.1). */
  final boolean undefinedLength;

  /** Behind the last element, before a delimiter. */
  int contentEnd;

  /** Behind the last byte, item delimiter included. */
  int end;

  private final RawDataSet parent;
  private final List<RawElement> elements = new ArrayList<>();
  private boolean ascending = true;
  private CharacterSet characterSet;

  RawDataSet(Source.Held held, Encoding encoding, int start) {
    this(held, encoding, start, start, false, null);
  }

  RawDataSet(
      Source.Held held,
      Encoding encoding,
      int start,
      int contentStart,
      boolean undefinedLength,
      RawDataSet parent) {
    this.held = held;
    this.encoding = encoding;
    this.start = start;
    this.contentStart = contentStart;
    this.undefinedLength = undefinedLength;
    this.parent = parent;
    this.contentEnd = contentStart;
    this.end = contentStart;
  }

  /** A data set with the same elements, to be read further than this one shall be. */
  RawDataSet copy() {
    RawDataSet copy = new RawDataSet(held, encoding, start);
    elements.forEach(copy::add);
    return copy;
  }

  void add(RawElement element) {
    if (!elements.isEmpty()
        && !Tag.precedes(elements.get(elements.size() - 1).tag(), element.tag())) {
      ascending = false;
    }
    elements.add(element);
  }

  List<RawElement> rawElements() {
    return elements;
  }

  /** The first element with this tag, or null. */
  RawElement find(int tag) {
    if (!ascending) {
      return elements.stream().filter(e -> e.tag() == tag).findFirst().orElse(null);
    }
    int low = 0;
    int high = elements.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      RawElement element = elements.get(middle);
      if (element.tag() == tag) {
        return element;
      }
      if (Tag.precedes(element.tag(), tag)) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /** The character set in force: the item's own, or that of the data set around it. */
  CharacterSet characterSet() {
    if (characterSet == null) {
      RawElement own = find(Tag.SpecificCharacterSet);
      if (own != null) {
        characterSet = CharacterSet.of(ValueReader.strings(own, CharacterSet.DEFAULT));
      } else {
        characterSet = parent == null ? CharacterSet.DEFAULT : parent.characterSet();
      }
    }
    return characterSet;
  }

  @Override
  public List<Element> elements() {
    return Collections.unmodifiableList(elements);
  }

  @Override
  public Optional<Element> element(int tag) {
    return Optional.ofNullable(find(tag));
  }

  @Override
  public List<String> strings(int tag) {
    RawElement element = find(tag);
    return element == null ? List.of() : ValueReader.strings(element, characterSet());
  }

  @Override
  public List<DataSet> items(int tag) {
    RawElement element = find(tag);
    return element == null ? List.of() : Collections.unmodifiableList(element.items());
  }
}
