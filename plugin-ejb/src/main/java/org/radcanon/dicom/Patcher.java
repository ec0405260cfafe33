package org.radcanon.dicom;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.radcanon.dicom.DicomException.Reason;
import org.radcanon.dicom.Patch.AppendItems;
import org.radcanon.dicom.Patch.Edit;
import org.radcanon.dicom.Patch.EditItem;
import org.radcanon.dicom.Patch.Remove;
import org.radcanon.dicom.Patch.SetItems;
import org.radcanon.dicom.Patch.SetValues;

/**
 * Applies a patch to a data set of held bytes. Elements keep their order; an element that is new
 * goes before the first one with a higher tag (PS3.5 7.1).
 */
final class Patcher {

  private final RawDataSet dataSet;
  private final ElementWriter writer;
  private final Pieces out = new Pieces();

  /** Edits of elements that are there, and of those that are not, by tag (unsigned). */
  private final Map<Integer, Edit> present = new TreeMap<>(Integer::compareUnsigned);

  private final Map<Integer, Edit> absent = new TreeMap<>(Integer::compareUnsigned);

  private Patcher(RawDataSet dataSet) {
    this.dataSet = dataSet;
    this.writer = writer(dataSet);
  }

  /** The content of the data set or item, patched; no item head or delimiter. */
  static Pieces apply(RawDataSet dataSet, Patch patch) {
    Patcher patcher = new Patcher(dataSet);
    if (patch.isEmpty()) {
      patcher.out.add(dataSet.held.bytes, dataSet.contentStart, dataSet.contentEnd);
      return patcher.out;
    }
    for (Edit edit : patch.edits()) {
      (dataSet.find(edit.tag()) == null ? patcher.absent : patcher.present).put(edit.tag(), edit);
    }
    return patcher.apply();
  }

  static ElementWriter writer(RawDataSet dataSet) {
    return new ElementWriter(dataSet.encoding, dataSet.characterSet());
  }

  private Pieces apply() {
    Groups groups = new Groups(out);
    for (RawElement element : dataSet.rawElements()) {
      insertBefore(element.tag(), groups);
      Edit edit = present.get(element.tag());
      if (edit == null) {
        groups.keep(element);
      } else {
        boolean first = dataSet.find(element.tag()) == element;
        groups.replace(element, replacement(element, edit, first));
      }
    }
    insertBefore(-1, groups);
    groups.close();
    return out;
  }

  private void insertBefore(int tag, Groups groups) {
    for (Iterator<Edit> edits = absent.values().iterator(); edits.hasNext(); ) {
      Edit edit = edits.next();
      if (!Tag.precedes(edit.tag(), tag)) {
        return;
      }
      groups.insert(edit.tag(), inserted(edit, writer, false));
      edits.remove();
    }
  }

  /**
   * What an edit puts where its element is not, or is no longer: nothing for those that need one.
   *
   * @param undefinedLength the style of sequence that stood there
   */
  static Pieces inserted(Edit edit, ElementWriter writer, boolean undefinedLength) {
    Pieces pieces = new Pieces();
    if (edit instanceof SetValues set) {
      pieces.add(writer.values(set.tag(), set.vr(), set.values()));
    } else if (edit instanceof SetItems set) {
      pieces.add(writer.sequence(set.tag(), set.items(), undefinedLength));
    } else if (edit instanceof AppendItems append) {
      pieces.add(writer.sequence(append.tag(), append.items(), undefinedLength));
    }
    return pieces;
  }

  /** What stands in the place of an element; a second one of the same tag goes with the first. */
  private Pieces replacement(RawElement element, Edit edit, boolean first) {
    Pieces pieces = new Pieces();
    boolean inside = edit instanceof AppendItems || edit instanceof EditItem;
    if (!first && inside) {
      pieces.add(element.bytes(), element.start, element.end);
    } else if (first && edit instanceof AppendItems append) {
      append(element, append.items(), pieces);
    } else if (first && edit instanceof EditItem editItem) {
      edit(element, editItem, pieces);
    } else if (first && !(edit instanceof Remove)) {
      return inserted(edit, writer, element.isUndefinedLength());
    }
    return pieces;
  }

  private void append(RawElement sequence, List<NewItem> items, Pieces pieces) {
    requireSequence(sequence);
    List<RawDataSet> there = sequence.items();
    boolean undefined =
        there.isEmpty()
            ? sequence.isUndefinedLength()
            : there.get(there.size() - 1).undefinedLength;
    Encoding encoding =
        there.isEmpty() ? sequence.itemEncoding() : there.get(there.size() - 1).encoding;
    ElementWriter inside = new ElementWriter(encoding, dataSet.characterSet());
    Pieces added = new Pieces();
    items.forEach(item -> added.add(inside.item(item, undefined)));
    byte[] bytes = sequence.bytes();
    head(sequence, added.size(), pieces);
    pieces.add(bytes, sequence.valueStart, sequence.endOfItems());
    pieces.add(added);
    pieces.add(bytes, sequence.endOfItems(), sequence.end);
  }

  private void edit(RawElement sequence, EditItem edit, Pieces pieces) {
    requireSequence(sequence);
    byte[] bytes = sequence.bytes();
    if (edit.itemIndex() >= sequence.items().size()) {
      pieces.add(bytes, sequence.start, sequence.end);
      return;
    }
    RawDataSet item = sequence.items().get(edit.itemIndex());
    Pieces content = apply(item, edit.patch());
    long growth = content.size() - (item.contentEnd - item.contentStart);
    head(sequence, growth, pieces);
    pieces.add(bytes, sequence.valueStart, item.start);
    if (item.undefinedLength) {
      pieces.add(bytes, item.start, item.contentStart);
    } else {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      sequence.itemEncoding().putItem(head, Tag.Item, content.size());
      pieces.add(head.toByteArray());
    }
    pieces.add(content);
    pieces.add(bytes, item.contentEnd, sequence.end);
  }

  /** The head of a sequence, with its length as the growth makes it. */
  private void head(RawElement sequence, long growth, Pieces pieces) {
    byte[] bytes = sequence.bytes();
    if (sequence.isUndefinedLength() || growth == 0) {
      pieces.add(bytes, sequence.start, sequence.valueStart);
      return;
    }
    ByteArrayOutputStream length = new ByteArrayOutputStream();
    dataSet.encoding.put(length, sequence.length() + growth, 4);
    pieces.add(bytes, sequence.start, sequence.valueStart - 4);
    pieces.add(length.toByteArray());
  }

  private static void requireSequence(RawElement element) {
    if (!element.isSequence()) {
      throw new DicomException(
          Reason.MALFORMED, "%s is no sequence".formatted(Tag.toString(element.tag())));
    }
  }
}
