/**
 * The DICOM door: what the DIMSE services ask, turned into calls of intake and of the index, and
 * their answers into statuses. Decides nothing about codes. Start reading at {@link
 * org.radcanon.intake.door.StorageDoor}.
 */
package org.radcanon.intake.door;
