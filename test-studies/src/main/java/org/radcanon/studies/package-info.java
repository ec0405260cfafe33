/**
 * Seeded DICOM studies, and the tool that sends them.
 *
 * <p>Both the fixture of every module's tests and the demo: {@link
 * org.radcanon.studies.TinyStudies} holds small named studies, {@link
 * org.radcanon.studies.StudyMaker} makes any number of them from a seed, {@link
 * org.radcanon.studies.hostile.HostileInputs} holds what must never get in, and {@link
 * org.radcanon.studies.Send} sends or writes them. Uses no other module of the project, so that its
 * writer is an independent witness of what the {@code dicom} room reads. No patient was ever near
 * any of it: every name, number and image is made up.
 */
package org.radcanon.studies;
