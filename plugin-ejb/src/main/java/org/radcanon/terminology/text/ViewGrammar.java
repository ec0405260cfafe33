package org.radcanon.terminology.text;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.radcanon.terminology.text.Parsed.Doubt;

/** How many views: "2V", "2-3 views", "min 3 vws", "4 or more", "3+", "views 2". */
final class ViewGrammar {

  private final Tokens tokens;
  private final ViewCounts counts;
  private final Set<String> found = new TreeSet<>();

  ViewGrammar(Tokens tokens, ViewCounts counts) {
    this.tokens = tokens;
    this.counts = counts;
  }

  /** Takes the numbers of views away and returns the value, if there is one. */
  Optional<String> read() {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.matches(at, Token::isNumber)) {
        at = number(at);
      }
    }
    if (found.size() > 1) {
      tokens.doubt(Doubt.VIEWS_UNSURE);
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private int number(int at) {
    int last = at;
    int least = tokens.get(at).number();
    int most = least;
    int between = tokens.next(at + 1);
    int second = tokens.next(between + 1);
    boolean joined = tokens.is(between, Marks.RANGE) || tokens.is(between, Marks.OR);
    if (joined && tokens.matches(second, Token::isNumber)) {
      most = tokens.get(second).number();
      last = second;
    }
    int after = tokens.next(last + 1);
    boolean open = tokens.get(last).open() || bound(at, last, Marks.AT_LEAST);
    boolean views = isView(after) || isView(tokens.next(after + 1)) && bounding(after);
    views |= isView(tokens.previous(at - 1)) || open && !tokens.any(0, t -> t.is(Marks.VIEW));
    if (views) {
      Optional<String> value =
          before(at, Marks.LESS_THAN)
              ? counts.between(1, least - 1)
              : before(at, Marks.MORE_THAN)
                  ? counts.atLeast(least + 1)
                  : value(least, most, open, bound(at, last, Marks.AT_MOST));
      value.ifPresentOrElse(found::add, () -> tokens.doubt(Doubt.VIEWS_UNSURE));
    }
    if (views || last > at || !tokens.stray(at)) {
      tokens.drop(at, last + 1);
    }
    return last;
  }

  private boolean before(int at, String mark) {
    return tokens.is(tokens.previous(at - 1), mark);
  }

  private boolean isView(int at) {
    return tokens.is(at, Marks.VIEW);
  }

  private boolean bounding(int at) {
    return tokens.is(at, Marks.AT_LEAST) || tokens.is(at, Marks.AT_MOST);
  }

  /** Whether a bound stands before the number, right behind it, or behind the word "views". */
  private boolean bound(int first, int last, String mark) {
    int after = tokens.next(last + 1);
    return tokens.is(tokens.previous(first - 1), mark)
        || tokens.is(after, mark)
        || isView(after) && tokens.is(tokens.next(after + 1), mark);
  }

  private Optional<String> value(int least, int most, boolean open, boolean closed) {
    if (open) {
      return counts.atLeast(least);
    }
    if (closed) {
      return counts.atMost(most);
    }
    return counts.between(Math.min(least, most), Math.max(least, most));
  }
}
