package org.radcanon.terminology.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.BodyParts;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.rimag.Rimag;

/**
 * What the tables of a map hold.
 *
 * @param active concepts in force by code, in their order
 * @param retired concepts out of force by code
 * @param replaced by the code of a retired concept, the code of the one that replaced it
 * @param names by scheme, then code
 * @param ranks where known
 * @param valueCodes by value
 * @param bodyParts what the terms of Body Part Examined mean
 */
record MapContents(
    Map<String, Concept> active,
    Map<String, Concept> retired,
    Map<String, String> replaced,
    Map<String, CodingScheme> schemes,
    Map<String, String> aliases,
    Vocabulary vocabulary,
    CanonicalForm form,
    Map<String, Map<String, List<CanonicalMap.Name>>> names,
    Map<CodeRef, Rank> ranks,
    Map<String, Set<Code>> valueCodes,
    BodyParts bodyParts,
    List<NotCanonicalised> notCanonicalised,
    List<MappingOverride> overrides,
    Optional<Rimag> rimag,
    String version) {}
