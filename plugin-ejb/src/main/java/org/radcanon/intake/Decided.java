package org.radcanon.intake;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.radcanon.dicom.DataSet;
import org.radcanon.enrichment.Decision;

/**
 * What was decided for one instance.
 *
 * @param header as it leaves
 * @param signedAt when the instance, as it leaves, was changed by us; empty where it never was
 */
record Decided(Decision decision, DataSet header, Optional<OffsetDateTime> signedAt) {}
