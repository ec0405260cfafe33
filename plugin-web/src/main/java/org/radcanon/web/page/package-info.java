/**
 * What pages are made of: HTML that escapes whatever it is given, and the part of a list that a
 * request asks for.
 */
package org.radcanon.web.page;
