package org.radcanon.studies.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.writer.Syntax;

/** One small instance, as a file. */
record Sample(String study, String series, String uid, Path file) {

  private static final Syntax[] SYNTAXES = {
    Syntax.EXPLICIT, Syntax.EXPLICIT, Syntax.IMPLICIT, Syntax.RLE, Syntax.JPEG_LOSSLESS
  };
  private static final int PIXELS = 16;

  /** So many of every kind, a transfer syntax for each study. */
  static List<Sample> make(int count, long seed, Path folder) throws IOException {
    List<Sample> samples = new ArrayList<>();
    int number = 0;
    for (Study study :
        (Iterable<Study>)
            () ->
                StudyMaker.of(StudyKind.MIXED).studies(count).size(PIXELS).seed(seed).stream()
                    .iterator()) {
      Syntax syntax = SYNTAXES[number++ % SYNTAXES.length];
      for (Instance instance : study.instances()) {
        if (samples.size() == count) {
          return samples;
        }
        samples.add(write(instance, syntax, folder));
      }
    }
    return samples;
  }

  private static Sample write(Instance instance, Syntax syntax, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(instance.sopInstanceUid() + ".dcm");
    Files.write(file, instance.bytes(syntax));
    return new Sample(instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid(), file);
  }
}
