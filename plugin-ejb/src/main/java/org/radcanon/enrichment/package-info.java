/**
 * From a header and the map to a decision and a patch.
 *
 * <p>Reads the evidence out of a header, and turns a study's coding into a {@link
 * org.radcanon.dicom.Patch}: Procedure Code Sequence (PS3.3 C.7.2.1, 8.8), equivalents, coding
 * scheme identification, original attributes (C.12.1.1.9) and contributing equipment (C.12.1.1.5).
 * Uses {@code dicom} and {@code terminology}; knows no container.
 *
 * <p>Start reading at {@link org.radcanon.enrichment.Enricher}.
 */
package org.radcanon.enrichment;
