package org.radcanon.dicom;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence item to be written: elements without an encoding yet. It takes on the transfer syntax
 * and character set of the data set that it is patched into.
 *
 * @param elements in any order; written by ascending tag
 */
public record NewItem(List<NewElement> elements) {

  public NewItem {
    elements = List.copyOf(elements);
  }

  /** An element of an item: fresh values, items, or an element copied from the same stream. */
  public sealed interface NewElement {
    int tag();
  }

  /** Values as text; written with the padding of their VR (PS3.5 6.2). */
  public record Values(int tag, VR vr, List<String> values) implements NewElement {
    public Values {
      values = List.copyOf(values);
    }
  }

  /** A sequence of items. */
  public record Items(int tag, List<NewItem> items) implements NewElement {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** An element of the same stream, copied with its bytes as they stand. */
  public record Copy(Element original) implements NewElement {
    @Override
    public int tag() {
      return original.tag();
    }
  }

  /** The elements of a data set in the JSON model; bulk data comes without value. */
  public static NewItem of(JsonDataSet json) {
    return JsonItems.item(json);
  }

  /**
   * The elements as a data set of their own, in UTF-8 (Specific Character Set ISO_IR 192).
   *
   * @param syntax not a deflated one
   * @throws IllegalArgumentException when a value is none of its VR, or an element is a copy
   */
  public byte[] toDataSet(TransferSyntax syntax) {
    List<NewElement> complete = new ArrayList<>(elements);
    complete.removeIf(element -> element.tag() == Tag.SpecificCharacterSet);
    complete.add(new Values(Tag.SpecificCharacterSet, VR.CS, CharacterSet.UTF_8.terms()));
    return new ElementWriter(Encoding.of(syntax), CharacterSet.UTF_8)
        .elements(new NewItem(complete), false);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects the elements of one item. */
  public static final class Builder {
    private final List<NewElement> elements = new ArrayList<>();

    private Builder() {}

    public Builder value(int tag, VR vr, String... values) {
      elements.add(new Values(tag, vr, List.of(values)));
      return this;
    }

    public Builder items(int tag, List<NewItem> items) {
      elements.add(new Items(tag, items));
      return this;
    }

    public Builder copy(Element original) {
      elements.add(new Copy(original));
      return this;
    }

    public NewItem build() {
      return new NewItem(elements);
    }
  }
}
