package org.radcanon.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is to change in a data set. Edits name whole elements; everything they do not name leaves as
 * it came. Several edits of one tag are refused.
 *
 * @param edits ascending by tag, compared unsigned
 */
public record Patch(List<Edit> edits) {

  private static final Patch NONE = new Patch(List.of());

  /**
   * @throws IllegalArgumentException when two edits name the same tag
   */
  public Patch {
    edits =
        edits.stream().sorted(Comparator.comparing(Edit::tag, Integer::compareUnsigned)).toList();
    for (int i = 1; i < edits.size(); i++) {
      if (edits.get(i).tag() == edits.get(i - 1).tag()) {
        throw new IllegalArgumentException(
            "two edits of one element (%08x)".formatted(edits.get(i).tag()));
      }
    }
  }

  /** One edit of one element. */
  public sealed interface Edit {
    int tag();
  }

  /** Insert the element, or replace it where the stream has it. */
  public record SetValues(int tag, VR vr, List<String> values) implements Edit {
    public SetValues {
      values = List.copyOf(values);
    }
  }

  /** Insert the sequence, or replace it where the stream has it. */
  public record SetItems(int tag, List<NewItem> items) implements Edit {
    public SetItems {
      items = List.copyOf(items);
    }
  }

  /** Add items behind those of the sequence, whose own bytes stay; insert it where absent. */
  public record AppendItems(int tag, List<NewItem> items) implements Edit {
    public AppendItems {
      items = List.copyOf(items);
    }
  }

  /**
   * Edit inside one item of a sequence, where the stream has that item; lengths around it follow.
   *
   * @param itemIndex from 0
   */
  public record EditItem(int tag, int itemIndex, Patch patch) implements Edit {}

  /** Take the element out, where the stream has it. */
  public record Remove(int tag) implements Edit {}

  /** The patch that changes nothing: the stream passes byte for byte. */
  public static Patch none() {
    return NONE;
  }

  public boolean isEmpty() {
    return edits.isEmpty();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects edits. */
  public static final class Builder {
    private final List<Edit> edits = new ArrayList<>();

    private Builder() {}

    public Builder set(int tag, VR vr, String... values) {
      return add(new SetValues(tag, vr, List.of(values)));
    }

    public Builder setItems(int tag, List<NewItem> items) {
      return add(new SetItems(tag, items));
    }

    public Builder appendItems(int tag, List<NewItem> items) {
      return add(new AppendItems(tag, items));
    }

    public Builder editItem(int tag, int itemIndex, Patch patch) {
      return add(new EditItem(tag, itemIndex, patch));
    }

    public Builder remove(int tag) {
      return add(new Remove(tag));
    }

    public Builder add(Edit edit) {
      edits.add(edit);
      return this;
    }

    public Patch build() {
      return new Patch(edits);
    }
  }
}
