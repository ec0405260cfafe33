/**
 * The spool: what a remote archive cannot take now lies here on disk, forced, until it has it.
 *
 * <p>Start with {@link org.radcanon.archive.spool.SpoolingArchive}. An instance arrives through
 * {@code SpoolingDelivery} and {@code Tee}, is kept by {@code Spool} and leaves by {@code
 * Forwarder}. Uses the archive's contracts and, for a file whose journal line is missing, {@code
 * dicom}.
 */
package org.radcanon.archive.spool;
