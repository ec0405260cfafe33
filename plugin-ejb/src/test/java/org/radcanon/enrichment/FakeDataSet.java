package org.radcanon.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Element;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.NewItem.NewElement;
import org.radcanon.dicom.Patch;
import org.radcanon.dicom.VR;

/** A data set without bytes, told as a {@link NewItem}, that can be patched. */
final class FakeDataSet implements DataSet {

  private record FakeElement(int tag, VR vr, List<String> values, List<FakeDataSet> items)
      implements Element {
    @Override
    public long length() {
      return values.stream().mapToInt(String::length).sum();
    }
  }

  private final Map<Integer, FakeElement> elements = new TreeMap<>(Integer::compareUnsigned);

  static FakeDataSet of(NewItem told) {
    FakeDataSet dataSet = new FakeDataSet();
    told.elements().forEach(element -> dataSet.put(element));
    return dataSet;
  }

  static FakeDataSet of(NewItem.Builder told) {
    return of(told.build());
  }

  private void put(NewElement told) {
    FakeElement element;
    if (told instanceof NewItem.Values values) {
      element = new FakeElement(values.tag(), values.vr(), values.values(), List.of());
    } else if (told instanceof NewItem.Items items) {
      element = sequence(items.tag(), items.items().stream().map(FakeDataSet::of).toList());
    } else {
      element = (FakeElement) ((NewItem.Copy) told).original();
    }
    elements.put(element.tag(), element);
  }

  private static FakeElement sequence(int tag, List<FakeDataSet> items) {
    return new FakeElement(tag, VR.SQ, List.of(), items);
  }

  FakeDataSet with(Patch patch) {
    FakeDataSet patched = new FakeDataSet();
    patched.elements.putAll(elements);
    patch.edits().forEach(patched::apply);
    return patched;
  }

  private void apply(Patch.Edit edit) {
    List<FakeDataSet> items = new ArrayList<>(fakeItems(edit.tag()));
    if (edit instanceof Patch.SetValues set) {
      elements.put(set.tag(), new FakeElement(set.tag(), set.vr(), set.values(), List.of()));
    } else if (edit instanceof Patch.SetItems set) {
      elements.put(set.tag(), sequence(set.tag(), told(set.items())));
    } else if (edit instanceof Patch.AppendItems append) {
      items.addAll(told(append.items()));
      elements.put(append.tag(), sequence(append.tag(), items));
    } else if (edit instanceof Patch.EditItem nested) {
      items.set(nested.itemIndex(), items.get(nested.itemIndex()).with(nested.patch()));
      elements.put(nested.tag(), sequence(nested.tag(), items));
    } else {
      elements.remove(edit.tag());
    }
  }

  private static List<FakeDataSet> told(List<NewItem> items) {
    return items.stream().map(FakeDataSet::of).toList();
  }

  private List<FakeDataSet> fakeItems(int tag) {
    return Optional.ofNullable(elements.get(tag)).map(FakeElement::items).orElse(List.of());
  }

  @Override
  public List<Element> elements() {
    return List.copyOf(elements.values());
  }

  @Override
  public Optional<Element> element(int tag) {
    return Optional.ofNullable(elements.get(tag));
  }

  @Override
  public List<String> strings(int tag) {
    return Optional.ofNullable(elements.get(tag)).map(FakeElement::values).orElse(List.of());
  }

  @Override
  public List<DataSet> items(int tag) {
    return List.copyOf(fakeItems(tag));
  }
}
