package org.radcanon.web.terminology;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.relation.Difference;

/** What attributes and their values are called on a page. */
record Labels(CanonicalMap map) {

  /** What stands for an attribute that a concept says nothing about. */
  static final String NOT_STATED = "not stated";

  static String of(Attribute attribute) {
    return switch (attribute) {
      case MODALITY -> "Modality";
      case MODALITY_SUBTYPE -> "Subtype";
      case POPULATION -> "Population";
      case REGION -> "Region";
      case FOCUS -> "Focus";
      case LATERALITY -> "Laterality";
      case REASON -> "Reason";
      case INTERVENTION -> "Intervention";
      case TECHNIQUE -> "Technique";
      case MANOEUVRE -> "Manoeuvre";
      case EXTENT -> "Extent";
      case VIEW_COUNT -> "Number of views";
      case VIEW -> "Views";
      case GUIDANCE -> "Guidance";
      case PHARMACEUTICAL -> "Pharmaceutical";
      case CONTRAST -> "Contrast";
    };
  }

  /** With a capital in front. */
  static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  String of(String value) {
    return map.value(value).map(AttributeValue::label).orElse(value);
  }

  /** As {@link #of(String)}, where room is scarce. */
  String shortly(String value) {
    return map.value(value).map(AttributeValue::shortLabel).orElse(value);
  }

  /** Several values of one attribute in one line. */
  String of(Collection<String> values) {
    return values.isEmpty()
        ? NOT_STATED
        : values.stream().map(this::of).sorted().collect(Collectors.joining(" + "));
  }

  /** What another procedure says of an attribute: more, less, or something else. */
  String difference(Difference difference) {
    String attribute = of(difference.attribute()) + ": ";
    if (difference.here().isEmpty()) {
      return attribute + "+ " + of(difference.there());
    }
    if (difference.there().isEmpty()) {
      return attribute + "\u2212 " + of(difference.here());
    }
    return attribute + of(difference.here()) + " \u2192 " + of(difference.there());
  }
}
