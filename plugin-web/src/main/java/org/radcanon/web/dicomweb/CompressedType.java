package org.radcanon.web.dicomweb;

import java.util.Map;
import org.radcanon.dicom.BulkData;

/** Media types of bulk data (PS3.18 Tables 8.7.3-2 and 8.7.3-5). */
final class CompressedType {
  static final String OCTETS = "application/octet-stream";

  private static final String JPEG_LS = "image/jls";
  private static final String JPEG_2000 = "image/jp2";
  private static final String JPEG_2000_PART_2 = "image/jpx";
  private static final String MPEG2 = "video/mpeg";
  private static final String MPEG4 = "video/mp4";
  private static final String HTJ2K = "image/jphc";

  /** By the end of the UID behind {@code 1.2.840.10008.1.2.}. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("4.50", "image/jpeg"),
          Map.entry("4.51", "image/jpeg"),
          Map.entry("4.57", "image/jpeg"),
          Map.entry("4.70", "image/jpeg"),
          Map.entry("4.80", JPEG_LS),
          Map.entry("4.81", JPEG_LS),
          Map.entry("4.90", JPEG_2000),
          Map.entry("4.91", JPEG_2000),
          Map.entry("4.92", JPEG_2000_PART_2),
          Map.entry("4.93", JPEG_2000_PART_2),
          Map.entry("4.100", MPEG2),
          Map.entry("4.101", MPEG2),
          Map.entry("4.102", MPEG4),
          Map.entry("4.103", MPEG4),
          Map.entry("4.104", MPEG4),
          Map.entry("4.105", MPEG4),
          Map.entry("4.106", MPEG4),
          Map.entry("4.201", HTJ2K),
          Map.entry("4.202", HTJ2K),
          Map.entry("4.203", HTJ2K),
          Map.entry("5", "image/dicom-rle"));

  private static final String PREFIX = "1.2.840.10008.1.2.";

  private CompressedType() {}

  /** Octets for everything that is not compressed, or compressed by what no table names. */
  static String of(BulkData data) {
    String uid = data.transferSyntax().uid();
    return data.isEncapsulated() && uid.startsWith(PREFIX)
        ? TYPES.getOrDefault(uid.substring(PREFIX.length()), OCTETS)
        : OCTETS;
  }
}
