/**
 * The Chinese group standard of imaging examination items 《医学影像检查项目名称及编码标准》 (Rimag): its
 * 14-character codes, taken apart, explained, checked, put together, and turned into attribute
 * values and back.
 *
 * <p>Start reading at {@link org.radcanon.terminology.rimag.Rimag}. Knows values by their ids only,
 * so that the map itself may use it.
 */
package org.radcanon.terminology.rimag;
