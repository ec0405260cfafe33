/**
 * A small DICOM writer (PS3.5, PS3.10): data sets built in memory and encoded in any native
 * transfer syntax, RLE Lossless or JPEG Lossless, with every freedom the standard leaves and some
 * it does not. Start at {@link org.radcanon.studies.writer.DicomObject} and {@link
 * org.radcanon.studies.writer.Encoding}. Uses the JDK only.
 */
package org.radcanon.studies.writer;
