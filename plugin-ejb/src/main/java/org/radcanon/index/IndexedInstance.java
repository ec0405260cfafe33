package org.radcanon.index;

import java.util.Optional;
import org.radcanon.dicom.JsonDataSet;

/**
 * An instance.
 *
 * @param codeWritten the code in force was in the instance when it was stored
 * @param attributes the instance-level attributes, for QIDO-RS
 */
public record IndexedInstance(
    String instanceUid,
    String sopClass,
    String transferSyntax,
    Optional<Integer> number,
    boolean codeWritten,
    JsonDataSet attributes) {}
