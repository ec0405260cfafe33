package org.radcanon.archive.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.radcanon.archive.Archive;
import org.radcanon.archive.ArchiveContract;
import org.radcanon.archive.Outcome.Change;
import org.radcanon.dicom.DataSetOutput;
import org.radcanon.dimse.AeTitle;
import org.radcanon.dimse.AssociationPool;
import org.radcanon.dimse.DimseEvents;
import org.radcanon.dimse.DimseSettings;
import org.radcanon.dimse.Peer;

/**
 * A real Orthanc by C-STORE, read back by DICOMweb. Its files have a file meta information of their
 * own; their data sets are those that were sent.
 */
class DimseArchiveContractTest extends ArchiveContract {

  @RegisterExtension static final OrthancServer ORTHANC = new OrthancServer();

  private AssociationPool pool;

  @Override
  protected Archive archive() {
    Peer orthanc =
        new Peer(
            "127.0.0.1",
            ORTHANC.dicomPort(),
            new AeTitle(OrthancServer.AE_TITLE),
            new AeTitle("RADCANON"),
            Optional.empty());
    pool = AssociationPool.to(orthanc, DimseSettings.DEFAULT, 4, DimseEvents.NONE);
    DicomWebArchive retrieval =
        new DicomWebArchive(DicomWebSettings.of(ORTHANC.dicomWeb()), Clock.systemUTC());
    return new DimseArchive(pool, Optional.of(retrieval), Clock.systemUTC());
  }

  @AfterEach
  void closePool() {
    pool.close();
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
  protected byte[] kept(byte[] file) {
    ByteArrayOutputStream dataSet = new ByteArrayOutputStream();
    try (DataSetOutput out = new DataSetOutput(dataSet)) {
      out.write(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return dataSet.toByteArray();
  }
}
