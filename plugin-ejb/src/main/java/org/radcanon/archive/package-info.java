/**
 * The archive behind us: one interface, and the embedded file store as its first implementation.
 *
 * <p>Plain Java over {@code dicom}; knows neither codes nor the index.
 */
package org.radcanon.archive;
