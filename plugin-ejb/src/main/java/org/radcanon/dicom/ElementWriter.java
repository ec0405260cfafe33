package org.radcanon.dicom;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.NewItem.NewElement;

/** Encodes new elements for the place that they are patched into. */
final class ElementWriter {

  private final Encoding encoding;

  /** In force where the elements go. */
  private final CharacterSet characterSet;

  /** That of the data set which elements are copied from. */
  private final CharacterSet copied;

  ElementWriter(Encoding encoding, CharacterSet characterSet) {
    this(encoding, characterSet, characterSet);
  }

  private ElementWriter(Encoding encoding, CharacterSet characterSet, CharacterSet copied) {
    this.encoding = encoding;
    this.characterSet = characterSet;
    this.copied = copied;
  }

  /** An element with values as text (PS3.5 6.2, 6.4). */
  byte[] values(int tag, VR vr, List<String> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] value = ValueWriter.encode(tag, vr, values, encoding, characterSet);
    encoding.putHead(out, tag, vr, value.length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  /** A sequence; its items are of undefined length when it is. */
  byte[] sequence(int tag, List<NewItem> items, boolean undefinedLength) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    items.forEach(item -> content.writeBytes(item(item, undefinedLength)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoding.putHead(out, tag, VR.SQ, undefinedLength ? Encoding.UNDEFINED : content.size());
    out.writeBytes(content.toByteArray());
    if (undefinedLength) {
      encoding.putItem(out, Tag.SequenceDelimitationItem, 0);
    }
    return out.toByteArray();
  }

  byte[] item(NewItem item, boolean undefinedLength) {
    NewItem complete = withCharacterSet(item);
    ElementWriter inside = new ElementWriter(encoding, characterSetOf(complete), copied);
    byte[] content = inside.elements(complete, undefinedLength);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoding.putItem(out, Tag.Item, undefinedLength ? Encoding.UNDEFINED : content.length);
    out.writeBytes(content);
    if (undefinedLength) {
      encoding.putItem(out, Tag.ItemDelimitationItem, 0);
    }
    return out.toByteArray();
  }

  /** All elements of an item, without the item around them. */
  byte[] elements(NewItem item, boolean undefinedLength) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    item.elements().stream()
        .sorted(Comparator.comparing(NewElement::tag, Integer::compareUnsigned))
        .forEach(element -> content.writeBytes(element(element, undefinedLength)));
    return content.toByteArray();
  }

  private byte[] element(NewElement element, boolean undefinedLength) {
    if (element instanceof NewItem.Values values) {
      return values(values.tag(), values.vr(), values.values());
    }
    if (element instanceof NewItem.Items items) {
      return sequence(items.tag(), items.items(), undefinedLength);
    }
    return copy(original(((NewItem.Copy) element).original()));
  }

  private static RawElement original(Element element) {
    if (element instanceof RawElement raw && !raw.omitted) {
      return raw;
    }
    throw new IllegalArgumentException(
        "%s is no element of a stream".formatted(Tag.toString(element.tag())));
  }

  /**
   * An item declares a character set of its own (PS3.5 6.1.2.3) where that in force does not do:
   * for copied bytes the one they came with, for text that cannot be encoded UTF-8.
   */
  private NewItem withCharacterSet(NewItem item) {
    if (item.elements().stream().anyMatch(e -> e.tag() == Tag.SpecificCharacterSet)) {
      return item;
    }
    boolean copies = item.elements().stream().anyMatch(NewItem.Copy.class::isInstance);
    if (copies) {
      return characterSet.terms().equals(copied.terms())
          ? item
          : declaring(item, copied.terms().isEmpty() ? List.of("") : copied.terms());
    }
    boolean encodable =
        item.elements().stream()
            .filter(NewItem.Values.class::isInstance)
            .map(NewItem.Values.class::cast)
            .filter(values -> values.vr().dependsOnCharacterSet())
            .flatMap(values -> values.values().stream())
            .allMatch(text -> characterSet.encode(text).isPresent());
    return encodable ? item : declaring(item, CharacterSet.UTF_8.terms());
  }

  private static NewItem declaring(NewItem item, List<String> terms) {
    List<NewElement> elements = new ArrayList<>(item.elements());
    elements.add(new NewItem.Values(Tag.SpecificCharacterSet, VR.CS, terms));
    return new NewItem(elements);
  }

  private CharacterSet characterSetOf(NewItem item) {
    for (NewElement element : item.elements()) {
      if (element.tag() == Tag.SpecificCharacterSet) {
        return element instanceof NewItem.Values values
            ? CharacterSet.of(values.values())
            : original(((NewItem.Copy) element).original()).parent.characterSet();
      }
    }
    return characterSet;
  }

  /** An element with its bytes as they stand, or put into this encoding where it differs. */
  private byte[] copy(RawElement element) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (element.parent.encoding.equals(encoding)) {
      out.write(element.bytes(), element.start, element.end - element.start);
    } else if (element.isSequence()) {
      ByteArrayOutputStream items = new ByteArrayOutputStream();
      element.items().forEach(item -> items.writeBytes(copy(item)));
      encoding.putHead(out, element.tag(), VR.SQ, items.size());
      out.writeBytes(items.toByteArray());
    } else {
      byte[] value =
          ValueWriter.reordered(
              element.bytes(),
              element.valueStart,
              element.end,
              Optional.of(element.vr()).filter(vr -> vr != VR.UN).map(VR::unit).orElse(1),
              ValueReader.encoding(element).bigEndian() != encoding.bigEndian());
      encoding.putHead(
          out, element.tag(), element.vr(), element.isUndefinedLength() ? -1 : value.length);
      out.writeBytes(value);
    }
    return out.toByteArray();
  }

  private byte[] copy(RawDataSet item) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    item.rawElements().forEach(element -> content.writeBytes(copy(element)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoding.putItem(out, Tag.Item, content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
