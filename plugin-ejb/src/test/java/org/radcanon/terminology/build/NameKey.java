package org.radcanon.terminology.build;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When names of LOINC and of the Playbook are equal: as sets of words, so that order, case and
 * punctuation do not count, with few words replaced and few left out ({@link #RULES}).
 */
final class NameKey {

  static final List<String> RULES =
      List.of(
          "words are letters and digits, in lower case; their order does not count",
          "MRA, CTA, RFA, SPECT and DBT are MR, CT with angio, XA, NM SPECT, mammography with"
              + " tomosynthesis; RF and radio-fluoroscopy are FL",
          "3+ views and 3 or more views are GE 3 views; single view is 1 view; views without a"
              + " number say nothing",
          "with and without are W and WO; whether IV and contrast are written does not count",
          "vein is veins, artery is arteries, arthrography is arthrogram, myelography is myelogram",
          "vessels of angiography, and, of, for, in, gland, region, procedure, imaging before"
              + " guidance are left out");

  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          Map.entry("imaging guidance", "guidance"),
          Map.entry("radio-fluoroscopy", "fl"),
          Map.entry("nuclear medicine", "nm"),
          Map.entry("pt+ct", "ptct"),
          Map.entry("pt/ct", "ptct"),
          Map.entry("paranasal sinuses", "sinuses"),
          Map.entry("whole body", "wholebody"),
          Map.entry("oblique views", "obliques"));
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("mra", "mr angio"),
          Map.entry("cta", "ct angio"),
          Map.entry("rfa", "xa"),
          Map.entry("rf", "fl"),
          Map.entry("spect", "nm spect"),
          Map.entry("dbt", "mammo tomosynthesis"),
          Map.entry("mg", "mammo"),
          Map.entry("mammography", "mammo"),
          Map.entry("ultrasound", "us"),
          Map.entry("angiography", "angio"),
          Map.entry("arthrography", "arthrogram"),
          Map.entry("myelography", "myelogram"),
          Map.entry("with", "w"),
          Map.entry("without", "wo"),
          Map.entry("views", "view"),
          Map.entry("single", "1"),
          Map.entry("anteroposterior", "ap"),
          Map.entry("posteroanterior", "pa"),
          Map.entry("vein", "veins"),
          Map.entry("artery", "arteries"),
          Map.entry("orbits", "orbit"),
          Map.entry("fluoroscopy", "fl"));
  private static final Set<String> LEFT_OUT =
      Set.of(
          "and",
          "of",
          "then",
          "the",
          "for",
          "to",
          "in",
          "iv",
          "contrast",
          "procedure",
          "gland",
          "region",
          "from",
          "radiology");

  private NameKey() {}

  static Set<String> of(String name) {
    String text = name.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
      text = text.replace(phrase.getKey(), phrase.getValue());
    }
    text =
        text.replaceAll("(\\d)(\\+| or more) views?", "ge$1 view")
            .replaceAll("\\bge (\\d)", "ge$1");
    Set<String> words =
        Arrays.stream(text.split("[^a-z0-9]+"))
            .flatMap(word -> Arrays.stream(WORDS.getOrDefault(word, word).split(" ")))
            .filter(word -> !word.isEmpty() && !LEFT_OUT.contains(word))
            .collect(Collectors.toCollection(TreeSet::new));
    if (words.contains("angio")) {
      words.remove("vessels");
    }
    if (words.stream().noneMatch(word -> word.matches("(ge)?\\d"))) {
      words.remove("view");
    }
    return words;
  }
}
