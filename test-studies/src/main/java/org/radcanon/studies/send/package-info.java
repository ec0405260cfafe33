/**
 * The way to a DICOMweb server: STOW-RS (PS3.18 10.5) streamed from a source of instances, and
 * QIDO-RS (10.6) to see what became of the studies. {@link org.radcanon.studies.Send} is its
 * command line. Uses the JDK's HTTP client, Jakarta JSON, picocli and a progress bar.
 */
package org.radcanon.studies.send;
