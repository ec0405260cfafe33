/**
 * Archives of another make behind us, over the network: {@link
 * org.radcanon.archive.remote.DicomWebArchive} by STOW-RS, WADO-RS and QIDO-RS (PS3.18 10.4 to
 * 10.6), {@link org.radcanon.archive.remote.DimseArchive} by C-STORE and C-ECHO (PS3.4 A and B).
 *
 * <p>Instances stream through: nothing of them is held but a few buffers. Neither archive retries;
 * what comes back as {@link org.radcanon.archive.Outcome.Unavailable} is for the spool.
 *
 * <p>Start reading at {@code StowDelivery}.
 */
package org.radcanon.archive.remote;
