package org.radcanon.index;

import jakarta.inject.Provider;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;

/** Studies as answers show them: what their headers say, what is computed, what is in force. */
final class StudyViews {
  private final EntityManager em;
  private final Provider<CanonicalMap> map;

  StudyViews(EntityManager em, Provider<CanonicalMap> map) {
    this.em = em;
    this.map = map;
  }

  JsonDataSet attributes(StudyEntity study) {
    return attributes(Map.of(study.id(), study)).get(study.id());
  }

  /** The study-level attributes of studies, by id, computed ones included (PS3.4 C.3.4). */
  Map<Long, JsonDataSet> attributes(Map<Long, StudyEntity> studies) {
    Map<Long, List<StudyCode>> codes = codes(studies.keySet());
    Map<Long, JsonDataSet> attributes = new HashMap<>();
    studies.forEach(
        (id, study) -> attributes.put(id, attributes(study, codes.getOrDefault(id, List.of()))));
    return attributes;
  }

  private Map<Long, List<StudyCode>> codes(Collection<Long> studies) {
    if (studies.isEmpty()) {
      return Map.of();
    }
    return em.createQuery("select c from StudyCode c where c.study.id in (:ids)", StudyCode.class)
        .setParameter("ids", List.copyOf(studies))
        .getResultStream()
        .collect(Collectors.groupingBy(StudyCode::studyId));
  }

  private JsonDataSet attributes(StudyEntity study, List<StudyCode> codes) {
    JsonDataSet attributes =
        IndexedAttributes.blank(Level.STUDY)
            .with(study.attributes())
            .with(Tag.InstanceAvailability, VR.CS, "ONLINE")
            .with(Tag.ModalitiesInStudy, VR.CS, study.modalities().toArray())
            .with(Tag.SOPClassesInStudy, VR.UI, study.sopClasses().toArray())
            .with(Tag.NumberOfStudyRelatedSeries, VR.IS, study.seriesCount())
            .with(Tag.NumberOfStudyRelatedInstances, VR.IS, study.instanceCount());
    Optional<Concept> missing =
        Text.optional(study.concept())
            .flatMap(map.get()::current)
            .filter(concept -> codes.stream().noneMatch(code -> means(code, concept)));
    return missing.map(concept -> CodeInForce.over(attributes, concept)).orElse(attributes);
  }

  private boolean means(StudyCode code, Concept concept) {
    return map.get()
        .byCode(code.scheme(), code.value())
        .filter(c -> c.code().equals(concept.code()))
        .isPresent();
  }

  IndexedStudy study(StudyEntity study, List<IndexedSeries> series) {
    StudyKeys keys = study.keys();
    StudyAsSent asSent = study.asSent();
    return new IndexedStudy(
        study.uid(),
        study.patient().toIndexed(),
        Text.optional(asSent.date()),
        Text.optional(asSent.time()),
        Text.optional(asSent.timezone()),
        Text.optional(keys.accessionNumber()),
        Text.optional(keys.accessionIssuer()),
        Text.optional(keys.description()),
        Text.optional(asSent.referring()),
        study.modalities(),
        study.sopClasses(),
        study.seriesCount(),
        study.instanceCount(),
        attributes(study),
        Optional.ofNullable(em.find(CodingEntity.class, study.uid()))
            .flatMap(CodingEntity::inForce),
        List.copyOf(series),
        study.updated());
  }

  /** The series of a study with their instances, both in the order in which they were recorded. */
  List<IndexedSeries> series(StudyEntity study) {
    Map<Long, List<IndexedInstance>> instances = new HashMap<>();
    em.createQuery(
            """
            select i from InstanceEntity i join fetch i.series where i.series.study = :study
            order by i.id
            """,
            InstanceEntity.class)
        .setParameter("study", study)
        .getResultStream()
        .forEach(
            i ->
                instances
                    .computeIfAbsent(i.series().id(), id -> new ArrayList<>())
                    .add(i.toIndexed()));
    return em.createQuery(
            "select s from SeriesEntity s where s.study = :study order by s.id", SeriesEntity.class)
        .setParameter("study", study)
        .getResultStream()
        .map(s -> s.toIndexed(instances.getOrDefault(s.id(), List.of())))
        .toList();
  }
}
