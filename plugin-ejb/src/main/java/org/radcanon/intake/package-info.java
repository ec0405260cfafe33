/**
 * The one way through the house: header, evidence, decision, patch, archive, index.
 *
 * <p>Container code: CDI beans, transactions, configuration. Both doors call {@code Intake};
 * nothing calls back.
 */
package org.radcanon.intake;
