package org.radcanon.terminology.build;

import java.util.List;
import java.util.stream.Stream;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableFolder;

/** The schemes that the map is built from. A further scheme is one more line here. */
@FunctionalInterface
interface Sources {

  Sources ALL =
      (folder, vocabulary, faults) ->
          Stream.concat(
                  Stream.<Importer>of(
                          PlaybookSource::read,
                          LoincRsnaSource::read,
                          Icd10PcsSource::read,
                          RimagSource::read,
                          DicomCodesSource::snomed,
                          DicomCodesSource::dicom)
                      .map(importer -> importer.read(folder, vocabulary, faults)),
                  ImportedSource.all(folder, vocabulary, faults).stream())
              .toList();

  /** Reads every source; what is wrong with one goes to {@code faults}. */
  List<SchemeSource> read(TableFolder folder, Vocabulary vocabulary, Faults faults);

  /** Reads one source. */
  @FunctionalInterface
  interface Importer {
    SchemeSource read(TableFolder folder, Vocabulary vocabulary, Faults faults);
  }
}
