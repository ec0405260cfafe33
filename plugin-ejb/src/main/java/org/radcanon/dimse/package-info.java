/**
 * The DICOM upper layer (PS3.8) and the DIMSE services that radcanon offers and uses (PS3.7, PS3.4
 * A, B, C): Verification and Storage as SCP and SCU, Study Root C-FIND as SCP, plain and over TLS
 * (PS3.15 B).
 *
 * <p>Two layers: {@link org.radcanon.dimse.Association} is what the upper layer hands to the
 * services and hides PDUs, timers and states; the services know messages only. Start reading at
 * {@link org.radcanon.dimse.DimseServer} for what comes in and at {@link
 * org.radcanon.dimse.AssociationPool} for what goes out.
 *
 * <p>Plain Java over {@code dicom}; knows neither codes, nor the archive, nor a container.
 */
package org.radcanon.dimse;
