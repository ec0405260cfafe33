package org.radcanon.enrichment;

import static org.radcanon.enrichment.EnrichmentSettings.Equipment.PRODUCT;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Element;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.Patch.AppendItems;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.enrichment.EnrichmentSettings.Equipment;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.ProcedureEvidence.Origin;

/** Who changed an instance, when, and what stood there before. */
final class Provenance {

  /** PS3.16 CID 7005. */
  private static final Code MODIFYING_EQUIPMENT = new Code("109103", "DCM", "Modifying Equipment");

  /** PS3.5 6.2, DT with the offset from UTC. */
  private static final DateTimeFormatter DT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSSSSxx");

  private Provenance() {}

  /** The signature in Contributing Equipment Sequence (0018,A001), PS3.3 C.12.1.1.5. */
  static AppendItems contribution(Equipment equipment, OffsetDateTime at, String description) {
    NewItem.Builder item =
        NewItem.builder()
            .items(
                Tag.PurposeOfReferenceCodeSequence,
                List.of(CodeItems.item(MODIFYING_EQUIPMENT, scheme -> Optional.empty(), List.of())))
            .value(Tag.Manufacturer, VR.LO, PRODUCT)
            .value(Tag.StationName, VR.SH, equipment.station())
            .value(Tag.ManufacturerModelName, VR.LO, PRODUCT)
            .value(Tag.SoftwareVersions, VR.LO, equipment.softwareVersion())
            .value(Tag.ContributionDateTime, VR.DT, DT.format(at))
            .value(Tag.ContributionDescription, VR.ST, Texts.fit(description, 1024));
    equipment.institution().ifPresent(name -> item.value(Tag.InstitutionName, VR.LO, name));
    return new AppendItems(Tag.ContributingEquipmentSequence, List.of(item.build()));
  }

  /**
   * The replaced element with its bytes, in Original Attributes Sequence (0400,0561), PS3.3
   * C.12.1.1.9.
   */
  static AppendItems original(
      Element replaced, Equipment equipment, OffsetDateTime at, Origin source) {
    String[] sender =
        source
            .aeTitle()
            .or(source::institution)
            .or(source::station)
            .map(name -> new String[] {Texts.fit(name, 64)})
            .orElseGet(() -> new String[0]);
    NewItem item =
        NewItem.builder()
            .items(
                Tag.ModifiedAttributesSequence, List.of(NewItem.builder().copy(replaced).build()))
            .value(Tag.AttributeModificationDateTime, VR.DT, DT.format(at))
            .value(Tag.ModifyingSystem, VR.LO, equipment.station())
            .value(Tag.SourceOfPreviousValues, VR.LO, sender)
            .value(Tag.ReasonForTheAttributeModification, VR.CS, "COERCE")
            .build();
    return new AppendItems(Tag.OriginalAttributesSequence, List.of(item));
  }

  /** When radcanon signed the instance last; empty where it never did. */
  static Optional<OffsetDateTime> signedAt(DataSet header) {
    List<DataSet> ours =
        header.items(Tag.ContributingEquipmentSequence).stream()
            .filter(Provenance::isOurs)
            .toList();
    return ours.isEmpty()
        ? Optional.empty()
        : ours.get(ours.size() - 1).string(Tag.ContributionDateTime).flatMap(Provenance::time);
  }

  static boolean isSigned(DataSet header) {
    return header.items(Tag.ContributingEquipmentSequence).stream().anyMatch(Provenance::isOurs);
  }

  private static boolean isOurs(DataSet item) {
    return item.string(Tag.Manufacturer).filter(PRODUCT::equals).isPresent()
        && item.items(Tag.PurposeOfReferenceCodeSequence).stream()
            .flatMap(purpose -> CodeItems.code(purpose).stream())
            .anyMatch(MODIFYING_EQUIPMENT::sameAs);
  }

  private static Optional<OffsetDateTime> time(String dt) {
    try {
      return Optional.of(OffsetDateTime.parse(dt, DT));
    } catch (DateTimeException e) {
      // not written by us in this form: as good as unsigned
      return Optional.empty();
    }
  }
}
