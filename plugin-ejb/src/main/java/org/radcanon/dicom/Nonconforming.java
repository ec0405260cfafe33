package org.radcanon.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.radcanon.dicom.Patch.AppendItems;
import org.radcanon.dicom.Patch.Edit;
import org.radcanon.dicom.Patch.SetItems;

/**
 * An Original Attributes Sequence (0400,0561) that is none, since it has a value that is no items.
 * It shows only when what stands before it has left already, so it cannot be refused without losing
 * the instance. A true sequence takes its place; the value is kept in the first new item, in
 * Nonconforming Modified Attributes Sequence (0400,0551), as PS3.3 C.12.1.1.9 provides.
 */
final class Nonconforming {

  private Nonconforming() {}

  /** The patch as it can be applied to these elements. */
  static Patch settled(Patch patch, RawDataSet held) {
    return new Patch(patch.edits().stream().map(edit -> settled(edit, held)).toList());
  }

  private static Edit settled(Edit edit, RawDataSet held) {
    RawElement there = held.find(edit.tag());
    return edit instanceof AppendItems append
            && append.tag() == Tag.OriginalAttributesSequence
            && there != null
            && !there.isSequence()
        ? new SetItems(append.tag(), keeping(there, append.items()))
        : edit;
  }

  private static List<NewItem> keeping(RawElement value, List<NewItem> items) {
    if (value.valueLength() == 0 || items.isEmpty()) {
      return items;
    }
    NewItem kept =
        NewItem.builder()
            .value(Tag.SelectorAttribute, VR.AT, Tag.toHex(value.tag()))
            .value(Tag.NonconformingDataElementValue, VR.OB, hex(value))
            .build();
    List<NewItem.NewElement> first = new ArrayList<>(items.get(0).elements());
    first.add(new NewItem.Items(Tag.NonconformingModifiedAttributesSequence, List.of(kept)));
    List<NewItem> all = new ArrayList<>(items);
    all.set(0, new NewItem(first));
    return all;
  }

  private static String hex(RawElement value) {
    return HexFormat.of().formatHex(Arrays.copyOfRange(value.bytes(), value.valueStart, value.end));
  }
}
