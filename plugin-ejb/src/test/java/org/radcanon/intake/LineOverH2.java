package org.radcanon.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.radcanon.archive.MemoryArchive;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.enrichment.Enricher;
import org.radcanon.enrichment.EnrichmentSettings;
import org.radcanon.index.IndexOnH2;
import org.radcanon.index.StudyIndex;
import org.radcanon.intake.configuration.IntakeConfiguration;
import org.radcanon.terminology.live.Terminology;

/** The whole line for the tests of its doors: the shipped map, an index in H2, memory behind. */
public record LineOverH2(Intake intake, StudyIndex index, MemoryArchive archive) {

  public static LineOverH2 in(Path directory) {
    Terminology terminology = Terminology.open(Optional.empty(), directory.resolve("site-map.csv"));
    IndexOnH2 index = IndexOnH2.empty(terminology.map());
    Enricher enricher =
        new Enricher(
            terminology.map(), EnrichmentSettings.defaults("test"), Clock.systemDefaultZone());
    MemoryArchive archive = new MemoryArchive();
    return new LineOverH2(
        new IntakeLine(
            new IntakeConfiguration(ReadLimits.DEFAULT),
            new CodingRoom(terminology.map(), terminology.resolver(), enricher, index.codings()),
            archive,
            index.studies()),
        index.studies(),
        archive);
  }
}
