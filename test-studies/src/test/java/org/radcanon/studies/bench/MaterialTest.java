package org.radcanon.studies.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.studies.reader.DicomFile;

class MaterialTest {

  private static final int STUDY_INSTANCE_UID = 0x0020000D;
  private static final int SERIES_INSTANCE_UID = 0x0020000E;
  private static final int SOP_INSTANCE_UID = 0x00080018;

  @TempDir Path folder;

  @Test
  void aRenewedStudyIsAnotherAndStaysTogether() throws IOException {
    Material material = Material.mr(folder, 8);
    Set<String> before = uids(material, SOP_INSTANCE_UID);
    long bytes = material.bytes();

    material.renew(4711);

    assertThat(uids(material, STUDY_INSTANCE_UID)).hasSize(1);
    assertThat(uids(material, SERIES_INSTANCE_UID)).hasSize(2);
    assertThat(uids(material, SOP_INSTANCE_UID)).hasSize(8).doesNotContainAnyElementsOf(before);
    assertThat(material.bytes()).isEqualTo(bytes);
    assertThat(material.filesBySeries()).hasSize(2).allMatch(series -> series.size() == 4);
    assertThat(material.files())
        .map(file -> DicomFile.parse(Files.readAllBytes(file)))
        .allMatch(
            file ->
                file.sopInstanceUid().equals(file.element(SOP_INSTANCE_UID).orElseThrow().text()));
  }

  @Test
  void aMultiFrameIsOneElementOfPixelsToItsEnd() throws IOException {
    Material material = Material.multiFrame(folder, 4);

    DicomFile file = DicomFile.parse(Files.readAllBytes(material.files().get(0)));

    assertThat(file.element(0x00280008).orElseThrow().text()).isEqualTo("5");
    assertThat(file.element(0x7FE00010).orElseThrow().bytes()).hasSize(12 + 5 * 512 * 512 * 3);
  }

  @Test
  void theMedianIsInTheMiddle() {
    assertThat(Rounds.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2.0);
    assertThat(Rounds.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3.0);
  }

  @Test
  void aSectionTakesThePlaceOfTheOneBefore() {
    List<String> page = List.of("# Page", "", "## A", "", "old", "", "## B", "", "stays");

    assertThat(Page.with(page, "## A", List.of("new")))
        .containsExactly("# Page", "", "## A", "", "new", "", "## B", "", "stays");
    assertThat(Page.with(page, "## C", List.of("more"))).endsWith("stays", "", "## C", "", "more");
  }

  @Test
  void kilobytesAreFound() {
    Pattern used = Pattern.compile("used (\\d+)K");

    assertThat(Footprint.found(used, "garbage-first heap   total 8K, used 3K")).isEqualTo(3072);
    assertThat(Footprint.found(used, "nothing")).isZero();
  }

  private static Set<String> uids(Material material, int tag) throws IOException {
    Set<String> uids = new HashSet<>();
    for (Path file : material.files()) {
      uids.add(DicomFile.parse(Files.readAllBytes(file)).element(tag).orElseThrow().text());
    }
    return uids;
  }
}
