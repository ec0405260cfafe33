/**
 * What a person needs: the list of cases with their evidence, a form to decide one, and the same as
 * JSON. Server-rendered, without scripts.
 *
 * <p>Start reading at {@code CasesResource} and {@code CasesPage}.
 */
package org.radcanon.web.admin;
