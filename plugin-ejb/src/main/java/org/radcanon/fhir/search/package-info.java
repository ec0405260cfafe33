/**
 * FHIR searches for studies, answered from the index.
 *
 * <p>A search is compiled to QIDO-RS keys where a key says the same or less, and every candidate is
 * then checked against the whole search: what comes out matches exactly, whatever the index can
 * match by.
 */
package org.radcanon.fhir.search;
