package org.radcanon.enrichment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.Patch.AppendItems;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;

/**
 * Explains the private schemes of what was written in Coding Scheme Identification Sequence
 * (0008,0110) (PS3.3 C.12.1.1.1): those that PS3.16 Table 8-1 does not list. A scheme that the
 * instance explains already is not explained again.
 */
final class SchemeIdentification {

  private SchemeIdentification() {}

  static Optional<AppendItems> of(List<Code> written, DataSet header, CanonicalMap map) {
    Set<String> explained =
        header.items(Tag.CodingSchemeIdentificationSequence).stream()
            .flatMap(item -> item.string(Tag.CodingSchemeDesignator).stream())
            .collect(Collectors.toSet());
    List<NewItem> items =
        written.stream()
            .map(Code::scheme)
            .collect(Collectors.toCollection(LinkedHashSet::new))
            .stream()
            .filter(scheme -> !explained.contains(scheme))
            .flatMap(scheme -> map.scheme(scheme).stream())
            .filter(scheme -> !scheme.registered())
            .map(SchemeIdentification::item)
            .toList();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new AppendItems(Tag.CodingSchemeIdentificationSequence, items));
  }

  private static NewItem item(CodingScheme scheme) {
    NewItem.Builder item = NewItem.builder();
    item.value(Tag.CodingSchemeDesignator, VR.SH, scheme.designator());
    scheme.uid().ifPresent(uid -> item.value(Tag.CodingSchemeUID, VR.UI, uid));
    if (!scheme.name().isBlank()) {
      item.value(Tag.CodingSchemeName, VR.ST, Texts.fit(scheme.name(), 1024));
    }
    if (!scheme.version().isBlank() && scheme.version().length() <= 16) {
      item.value(Tag.CodingSchemeVersion, VR.SH, scheme.version());
    }
    if (!scheme.organization().isBlank()) {
      item.value(
          Tag.CodingSchemeResponsibleOrganization, VR.ST, Texts.fit(scheme.organization(), 1024));
    }
    return item.build();
  }
}
