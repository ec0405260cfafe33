/**
 * The command line without a server: {@code ./radcanon resolve}, {@code translate}, {@code rimag},
 * {@code import}, {@code build-map} and {@code report} (docs/command-line.md). Nobody uses this
 * room; no container is needed.
 *
 * <p>Start reading at {@link org.radcanon.command.Main}.
 */
package org.radcanon.command;
