package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.radcanon.archive.Archive;
import org.radcanon.archive.ArchiveContract;
import org.radcanon.archive.Outcome.Change;

/**
 * A real Orthanc by DICOMweb. It keeps files byte for byte, and overwrites by its configuration.
 */
class DicomWebArchiveContractTest extends ArchiveContract {

  @RegisterExtension static final OrthancServer ORTHANC = new OrthancServer();

  @Override
  protected Archive archive() {
    return new DicomWebArchive(DicomWebSettings.of(ORTHANC.dicomWeb()), Clock.systemUTC());
  }

  @Override
  protected Change ofNew() {
    return Change.TAKEN;
  }

  @Override
  protected Change ofSame() {
    return Change.TAKEN;
  }

  @Override
  protected Change ofOther() {
    return Change.TAKEN;
  }

  @Override
  protected boolean answersEachAlone() {
    return false;
  }

  @Test
  void it_says_whether_it_holds_an_instance() throws IOException {
    DicomWebArchive archive = (DicomWebArchive) archive();

    assertThat(archive.holds(KEY)).isFalse();
    put(archive, KEY, "one");

    assertThat(archive.holds(KEY)).isTrue();
  }
}
