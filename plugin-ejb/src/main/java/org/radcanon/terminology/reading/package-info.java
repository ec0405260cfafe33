/**
 * One description into the concept that it means, or the nearest: what the words say ({@code
 * text}), completed by the header and by the policies, and how certain that is.
 *
 * <p>Start reading at {@link org.radcanon.terminology.reading.TextReader}.
 */
package org.radcanon.terminology.reading;
