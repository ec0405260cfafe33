package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.radcanon.fuzz.Target;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.hostile.HostileInputs;
import org.radcanon.studies.hostile.OddInputs;

/**
 * An instance on its way through, read, patched and read again. The last byte of an input says how
 * it is declared and whether it is patched; the rest is the stream.
 */
public final class DataSetTarget implements Target {

  static final ReadLimits LIMITS = new ReadLimits(1 << 20, 64, 200);
  private static final ReadLimits ROOM_FOR_PATCH = new ReadLimits(4 << 20, 80, 20_000);
  private static final int LONGEST_SEED = 6_000;

  private static final List<Optional<TransferSyntax>> DECLARED =
      List.of(
          Optional.empty(),
          Optional.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN),
          Optional.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
          Optional.of(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN),
          Optional.of(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN),
          Optional.of(TransferSyntax.of("1.2.840.10008.1.2.4.50")));

  private static final NewItem CODE =
      NewItem.builder()
          .value(Tag.CodeValue, VR.SH, "RPID16")
          .value(Tag.CodeMeaning, VR.LO, "\u982d")
          .build();
  private static final Patch PATCH =
      Patch.builder()
          .appendItems(Tag.ProcedureCodeSequence, List.of(CODE))
          .editItem(Tag.RequestAttributesSequence, 0, Patch.builder().remove(0x00400007).build())
          .set(Tag.StudyDescription, VR.LO, "CT Head")
          .appendItems(Tag.OriginalAttributesSequence, List.of(CODE))
          .build();

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    OddInputs.all().stream()
        .filter(i -> i.size() < LONGEST_SEED)
        .forEach(i -> add(seeds, i.bytes()));
    HostileInputs.small().stream()
        .filter(i -> i.size() > 0 && i.size() < LONGEST_SEED)
        .forEach(i -> add(seeds, i.bytes()));
    TinyStudies.all().values().forEach(study -> add(seeds, study.first().bytes()));
    for (Dcm e : List.of(Dcm.explicit(), Dcm.implicit(), Dcm.bigEndian())) {
      add(seeds, MutationTest.styles(e.like()).file());
      add(seeds, MutationTest.styles(e.like()).bytes());
    }
    return seeds;
  }

  private static void add(List<byte[]> seeds, byte[] stream) {
    seeds.add(Dcm.join(stream, new byte[] {(byte) seeds.size()}));
  }

  @Override
  public boolean takes(byte[] input) throws IOException {
    if (input.length == 0) {
      return false;
    }
    int choice = input[input.length - 1] & 0xFF;
    byte[] stream = Arrays.copyOf(input, input.length - 1);
    Patch patch = choice % 2 == 0 ? PATCH : Patch.none();
    try {
      byte[] left = transfer(stream, DECLARED.get(choice / 2 % DECLARED.size()), patch);
      readAgain(left);
      return true;
    } catch (DicomException refused) {
      return false;
    }
  }

  private static byte[] transfer(byte[] in, Optional<TransferSyntax> declared, Patch patch)
      throws IOException {
    DicomStream stream =
        DicomStream.open(
            new ByteArrayInputStream(in), declared, Tag.RequestAttributesSequence, LIMITS);
    touch(stream.header(patch));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    stream.transferTo(out, patch);
    return out.toByteArray();
  }

  /** What left is one that is taken, and goes through unchanged. */
  private static void readAgain(byte[] left) throws IOException {
    try {
      ByteArrayOutputStream same = new ByteArrayOutputStream();
      DicomStream.open(
              new ByteArrayInputStream(left), Optional.empty(), Tag.Modality, ROOM_FOR_PATCH)
          .transferTo(same, Patch.none());
      assertThat(Arrays.equals(same.toByteArray(), left)).as("the same bytes leave").isTrue();
    } catch (DicomException e) {
      throw new AssertionError("what left is refused: " + e.getMessage(), e);
    }
  }

  static void touch(DataSet dataSet) {
    for (Element element : dataSet.elements()) {
      dataSet.strings(element.tag());
      dataSet.items(element.tag()).forEach(DataSetTarget::touch);
    }
  }
}
