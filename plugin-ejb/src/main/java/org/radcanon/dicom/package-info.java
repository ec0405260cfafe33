/**
 * DICOM data set streams, and nothing else: read a header up to a tag, look values up with their
 * character set, patch elements while the rest streams by, and the DICOM JSON model.
 *
 * <p>Follows PS3.5 (encoding), PS3.6 (dictionary), PS3.10 (file format) and PS3.18 Annex F (JSON).
 * Uses the JDK only; every other room may use it.
 *
 * <p>Start reading at {@link org.radcanon.dicom.DicomStream}.
 */
package org.radcanon.dicom;
