package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Instances with bytes gone wrong: each is refused as such, or leaves as one that reads again. */
class MutationTest {

  private static final int ROUNDS = 10_000;
  private static final ReadLimits LIMITS = new ReadLimits(1 << 20, 16, 200);
  private static final NewItem CODE =
      NewItem.builder().value(Tag.CodeValue, VR.SH, "RPID16").build();
  private static final Patch PATCH =
      Patch.builder()
          .appendItems(Tag.ProcedureCodeSequence, List.of(CODE))
          .editItem(Tag.RequestAttributesSequence, 0, Patch.builder().remove(0x00400007).build())
          .set(Tag.StudyDescription, VR.LO, "CT Head")
          .appendItems(Tag.OriginalAttributesSequence, List.of(CODE))
          .build();

  @Test
  @Timeout(300)
  void whatIsMutatedIsRefusedOrReadsAgain() {
    List<byte[]> seeds = seeds();
    Random random = new Random(20261121);
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutant = mutated(seeds.get(round % seeds.size()), random);
      try {
        byte[] out = transfer(mutant, PATCH);
        readAgain(out);
        accepted++;
      } catch (DicomException refused) {
        assertThat(refused.reason()).isNotNull();
      } catch (IOException | RuntimeException | StackOverflowError other) {
        throw new AssertionError("round " + round + ": " + other, other);
      }
    }
    assertThat(accepted).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
  }

  private static byte[] transfer(byte[] in, Patch patch) throws IOException {
    DicomStream stream =
        DicomStream.open(
            new ByteArrayInputStream(in), Optional.empty(), Tag.RequestAttributesSequence, LIMITS);
    touch(stream.header(patch));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    stream.transferTo(out, patch);
    return out.toByteArray();
  }

  private static void readAgain(byte[] out) throws IOException {
    ReadLimits roomForPatch = new ReadLimits(2 << 20, 20, 2000);
    DicomStream stream =
        DicomStream.open(
            new ByteArrayInputStream(out), Optional.empty(), Tag.Modality, roomForPatch);
    ByteArrayOutputStream same = new ByteArrayOutputStream();
    try {
      stream.transferTo(same, Patch.none());
      assertThat(same.toByteArray()).isEqualTo(out);
      DataSet metadata = DicomStream.readMetadata(new ByteArrayInputStream(out), 100, roomForPatch);
      String json = JsonDataSet.of(metadata, tag -> true).toJson();
      assertThat(JsonDataSet.parse(json).toJson()).isEqualTo(json);
    } catch (DicomException e) {
      throw new AssertionError("what left is refused: " + e.getMessage(), e);
    }
  }

  private static void touch(DataSet dataSet) {
    for (Element element : dataSet.elements()) {
      dataSet.strings(element.tag());
      dataSet.items(element.tag()).forEach(MutationTest::touch);
    }
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] mutant = seed.clone();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      int at = random.nextInt(mutant.length - 8);
      switch (random.nextInt(6)) {
        case 0 -> mutant[at] = (byte) random.nextInt(256);
        case 1 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 2 ->
            put(mutant, at, new int[] {-1, -2, 0, 0x7FFFFFFF, 8, 0x00E0FFFE}[random.nextInt(6)]);
        case 3 -> mutant = spliced(mutant, at, random.nextInt(20), at);
        case 4 -> mutant = spliced(mutant, at, 0, random.nextInt(mutant.length - 8));
        default ->
            mutant = random.nextInt(4) == 0 ? spliced(mutant, at, mutant.length, at) : mutant;
      }
      if (mutant.length < 200) {
        return mutant;
      }
    }
    return mutant;
  }

  private static void put(byte[] bytes, int at, int number) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (number >>> 8 * i);
    }
  }

  /** Without some bytes, and with up to thirty others once more. */
  private static byte[] spliced(byte[] bytes, int at, int without, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.write(bytes, from, from == at ? 0 : Math.min(30, bytes.length - from));
    int rest = Math.min(bytes.length, at + without);
    out.write(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }

  private static List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (Dcm e : List.of(Dcm.explicit(), Dcm.implicit(), Dcm.bigEndian())) {
      seeds.add(seed(e.like()).file());
      seeds.add(seed(e.like()).bytes());
      seeds.add(styles(e.like()).file());
    }
    seeds.add(seed(Dcm.explicit()).deflatedFile());
    seeds.add(
        styles(Dcm.explicit())
            .fragments(0x7FE00010, new byte[4], new byte[300])
            .file("1.2.840.10008.1.2.4.50"));
    return seeds;
  }

  private static Dcm seed(Dcm e) {
    return DicomStreamTest.sample(e);
  }

  /** Undefined lengths, group lengths, unknown values, edits behind the header. */
  static Dcm styles(Dcm e) {
    Dcm code = e.like().text(0x00080100, "SH", "A").text(0x00080104, "LO", "B");
    Dcm step = e.like().text(0x00400007, "LO", "x").undefined(0x00400008, "SQ", code, code);
    Dcm unknown = Dcm.implicit().text(0x00080100, "SH", "A");
    return e.text(0x00080005, "CS", "\\ISO 2022 IR 87")
        .text(0x00080016, "UI", "1.2")
        .text(0x00080018, "UI", "1.2.3")
        .undefined(0x00081032, "SQ", code)
        .raw(0x00100010, "PN", "A^B=\u001b$B;3\u001b(B".getBytes())
        .ul(0x00400000, 8 + step.bytes().length)
        .undefined(0x00400275, "SQ", step, step)
        .head(0x00431001, "UN", 0xFFFFFFFFL)
        .bytes(Dcm.implicit().undefinedItem(unknown).mark(0xFFFEE0DD, 0).bytes())
        .ul(0x04000000, 20)
        .sequence(0x04000561, code, step)
        .sequence(0x52009229, e.like().undefined(0x00289110, "SQ", code), code);
  }
}
