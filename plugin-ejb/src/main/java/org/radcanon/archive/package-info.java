/**
 * The archive behind us: one interface, the embedded file store here, and archives of another make
 * in {@code archive.remote}.
 *
 * <p>Plain Java over {@code dicom} and {@code dimse}; knows neither codes nor the index. Start
 * reading at {@link org.radcanon.archive.Archive} and {@link org.radcanon.archive.Delivery}.
 */
package org.radcanon.archive;
