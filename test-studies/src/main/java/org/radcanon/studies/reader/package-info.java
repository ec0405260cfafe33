/**
 * Reads PS3.10 files element by element, by PS3.5 alone: the other witness of what radcanon did to
 * an instance. Shares no code with the {@code dicom} room.
 */
package org.radcanon.studies.reader;
