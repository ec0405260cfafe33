/**
 * STOW-RS, QIDO-RS and WADO-RS (PS3.18 Chapter 10): HTTP in, one call to intake, index or archive,
 * HTTP out. Bodies stream in both directions.
 *
 * <p>Start reading at {@code StowResource}, {@code QidoResource} and {@code WadoResource}.
 */
package org.radcanon.web.dicomweb;
