/**
 * What all doors over HTTP share: who may come in, and the log.
 *
 * <p>Web code turns HTTP into calls and back; it decides nothing about codes.
 */
package org.radcanon.web;
