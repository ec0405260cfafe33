package org.radcanon.web.terminology;

import java.lang.Character.UnicodeScript;
import org.radcanon.web.page.Html;

/** Text in the language that it is in, so that it is spoken and set as such. */
final class Text {

  private Text() {}

  /** Writes an element, marked as Chinese where it holds Han characters. */
  static void of(Html html, String element, String text) {
    if (isChinese(text)) {
      html.element(element, text, "lang", "zh-Hans");
    } else {
      html.element(element, text);
    }
  }

  static boolean isChinese(String text) {
    return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
  }
}
