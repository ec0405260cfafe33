package org.radcanon.dicom;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.radcanon.dicom.Patch.AppendItems;
import org.radcanon.dicom.Patch.Edit;
import org.radcanon.dicom.Patch.EditItem;

/**
 * What comes behind the header: it runs from the source into a target, followed element by element,
 * while the edits that belong there are applied.
 */
final class Tail {

  private final Source source;
  private final Walker walker;
  private final RawDataSet header;
  private final Outlet out;
  private final Deque<Edit> pending;
  private final Map<Integer, Edit> applied = new HashMap<>();

  Tail(Source source, Walker walker, RawDataSet header, Outlet out, Patch patch) {
    this.source = source;
    this.walker = walker;
    this.header = header;
    this.out = out;
    this.pending = new ArrayDeque<>(patch.edits());
  }

  /** Lets everything run, from what stands next to the end of the stream. */
  void transfer(Walker.Next first) throws IOException {
    source.run(out);
    Walker.Next next = first;
    while (next == Walker.Next.ELEMENT) {
      next = transferElement();
    }
    insertBefore(-1);
    if (next == Walker.Next.PADDING) {
      walker.passPadding();
    }
    source.flush();
  }

  /** Returns what stands next after the element, or after its whole group. */
  private Walker.Next transferElement() throws IOException {
    int tag = walker.tag();
    insertBefore(tag);
    Edit edit = pending.peek();
    if (edit != null && isBeforeEditsOfGroup(tag, edit)) {
      return editGroup(tag);
    }
    if (edit != null && edit.tag() == tag) {
      pending.remove();
      applied.put(tag, edit);
      return looksInside(edit) ? editHeld(edit) : replace(edit);
    }
    if (applied.containsKey(tag)) {
      return transferAgain(applied.get(tag));
    }
    walker.pass();
    return walker.next();
  }

  private void insertBefore(int tag) throws IOException {
    while (!pending.isEmpty() && Tag.precedes(pending.peek().tag(), tag)) {
      Edit edit = pending.remove();
      applied.put(edit.tag(), edit);
      source.flush();
      Patcher.inserted(edit, Patcher.writer(header), false).writeTo(out);
    }
  }

  private static boolean looksInside(Edit edit) {
    return edit instanceof AppendItems || edit instanceof EditItem;
  }

  private static boolean isBeforeEditsOfGroup(int tag, Edit edit) {
    return Tag.isGroupLength(tag) && Tag.group(edit.tag()) == Tag.group(tag) && edit.tag() != tag;
  }

  private void passAway() throws IOException {
    source.run(null);
    walker.pass();
    source.run(out);
  }

  private Walker.Next replace(Edit edit) throws IOException {
    Pieces replacement = Patcher.inserted(edit, Patcher.writer(header), walker.isUndefinedLength());
    passAway();
    replacement.writeTo(out);
    return walker.next();
  }

  /**
   * A second element with the tag of an edit, in a stream out of order, goes with the first; one
   * that was to be looked into stays as it came, since what left already cannot be taken back.
   */
  private Walker.Next transferAgain(Edit edit) throws IOException {
    if (looksInside(edit)) {
      walker.pass();
    } else {
      passAway();
    }
    return walker.next();
  }

  private Walker.Next editHeld(Edit edit) throws IOException {
    RawDataSet held = hold();
    walker.keep(held);
    return release(held, new Patch(List.of(edit)), walker.next());
  }

  /** A group length tells beforehand what comes: its group is held until all of it is known. */
  private Walker.Next editGroup(int groupLength) throws IOException {
    int group = Tag.group(groupLength);
    List<Edit> edits = new ArrayList<>();
    while (!pending.isEmpty() && Tag.group(pending.peek().tag()) == group) {
      edits.add(pending.remove());
    }
    RawDataSet held = hold();
    Walker.Next next;
    do {
      walker.keep(held);
      next = walker.next();
    } while (next == Walker.Next.ELEMENT && Tag.group(walker.tag()) == group);
    edits.forEach(edit -> applied.put(edit.tag(), edit));
    return release(held, new Patch(edits), next);
  }

  /** Elements to be held, as part of the data set whose header is known. */
  private RawDataSet hold() throws IOException {
    return new RawDataSet(source.hold(), header.encoding, 0, 0, false, header);
  }

  private Walker.Next release(RawDataSet held, Patch patch, Walker.Next next) throws IOException {
    held.contentEnd = source.position();
    source.run(out);
    Patcher.apply(held, Nonconforming.settled(patch, held)).writeTo(out);
    return next;
  }
}
