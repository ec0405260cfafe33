/**
 * Reliability experiments: a real server before a real Orthanc, two doors at once, and something
 * goes wrong. What was acknowledged has to be in the archive, once and byte for byte.
 *
 * <p>Start reading at {@link org.radcanon.studies.experiment.Experiments}; {@code Load} is the
 * modality, {@code Fault} what happens to it, {@code Audit} the verdict.
 */
package org.radcanon.studies.experiment;
