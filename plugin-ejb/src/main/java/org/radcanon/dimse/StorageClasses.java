package org.radcanon.dimse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.dicom.Uid;

/**
 * What the standard knows of storage: its SOP classes (PS3.4 B.5, GG.3) and the transfer syntaxes
 * that an instance can be in (PS3.5 Annex A), as the resources {@code storage-sop-classes.tsv} and
 * {@code transfer-syntaxes.tsv} list them, retired ones included.
 *
 * <p>JPIP (PS3.5 A.6, A.7, A.11, A.12) is not among the transfer syntaxes: there the pixel data
 * stay with the sender behind a URL, and whoever answers "stored" has not got them.
 */
final class StorageClasses {

  private static final Set<String> SOP_CLASSES = load("storage-sop-classes.tsv");
  private static final Set<String> TRANSFER_SYNTAXES = load("transfer-syntaxes.tsv");

  /** The root of all UIDs of the standard (PS3.5 9, PS3.6 A). */
  private static final String STANDARD = "1.2.840.10008.";

  /** Where the standard has put all its storage SOP classes since 1993 but a few. */
  private static final String STORAGE = STANDARD + "5.1.4.1.1.";

  private static final String TRANSFER_SYNTAX = STANDARD + "1.2.";

  private StorageClasses() {}

  static boolean isStandardSopClass(String uid) {
    return SOP_CLASSES.contains(uid);
  }

  static boolean isStandardTransferSyntax(String uid) {
    return TRANSFER_SYNTAXES.contains(uid);
  }

  /** Private, or of a later edition of the standard; it may be of storage. */
  static boolean isUnknownSopClass(String uid) {
    return !SOP_CLASSES.contains(uid)
        && Uid.isWellFormed(uid)
        && Uid.find(uid).isEmpty()
        && (!uid.startsWith(STANDARD) || uid.startsWith(STORAGE));
  }

  /** Private, or of a later edition of the standard. */
  static boolean isUnknownTransferSyntax(String uid) {
    return !TRANSFER_SYNTAXES.contains(uid)
        && Uid.isWellFormed(uid)
        && Uid.find(uid).isEmpty()
        && (!uid.startsWith(STANDARD) || uid.startsWith(TRANSFER_SYNTAX));
  }

  private static Set<String> load(String resource) {
    try (InputStream in = StorageClasses.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf('\t')))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
