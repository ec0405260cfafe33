package org.radcanon.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Element;

/** A header that was not read from a stream but told, attribute by attribute. */
record GivenHeader(Map<Integer, List<String>> values, Map<Integer, List<DataSet>> sequences)
    implements DataSet {

  GivenHeader {
    values = Map.copyOf(values);
    sequences = Map.copyOf(sequences);
  }

  @Override
  public List<Element> elements() {
    return List.of();
  }

  @Override
  public Optional<Element> element(int tag) {
    return Optional.empty();
  }

  @Override
  public List<String> strings(int tag) {
    return values.getOrDefault(tag, List.of());
  }

  @Override
  public List<DataSet> items(int tag) {
    return sequences.getOrDefault(tag, List.of());
  }
}
