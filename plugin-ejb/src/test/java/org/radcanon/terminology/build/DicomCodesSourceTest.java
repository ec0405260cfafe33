package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

class DicomCodesSourceTest {

  private static final String CODES = "sources/dicom/codes.csv";

  private final Faults faults = new Faults();
  private final Vocabulary vocabulary = Vocabulary.read(CommittedMap.TABLES, faults);
  private final Map<String, String> replaced = new HashMap<>();
  private final TableFolder folder = CommittedMap.with(replaced);

  private void table(String name, String text) {
    replaced.put(name, text);
  }

  @Test
  void a_code_gives_a_value_and_never_a_concept_or_is_listed_with_the_reason() {
    SchemeSource snomed = DicomCodesSource.snomed(folder, vocabulary, faults);
    SchemeSource dicom = DicomCodesSource.dicom(folder, vocabulary, faults);

    assertThat(faults.list()).isEmpty();
    assertThat(snomed.procedures()).isEmpty();
    assertThat(dicom.procedures()).isEmpty();
    assertThat(snomed.notCanonicalised())
        .contains(
            new Unmapped(
                "59652004", "Atrium", List.of("atrium: left or right, the code does not say")));
    assertThat(dicom.notCanonicalised())
        .contains(
            new Unmapped(
                "EEG", "Electroencephalography", List.of("not a modality of radiology procedures")))
        .extracting(Unmapped::code)
        .doesNotContain("CT", "MR", "PX");
  }

  @ParameterizedTest
  @CsvSource({
    "RID2577, RID28593, 39723000",
    "RID936, RID49729, 2841007",
    "RID2992, RID28757, 29707007",
    "RID2391, RID28756, 7569003",
    "RID584, RID38751, 69105007",
  })
  void of_one_and_several_the_code_stands_at_the_one(String one, String several, String code) {
    Map<String, String> values = new HashMap<>();
    for (Row row :
        Table.read(CommittedMap.TABLES, "value-codes.csv", Set.of("value", "code"), faults)) {
      values.put(row.get("value"), row.get("code"));
    }

    assertThat(values).containsEntry(one, code).doesNotContainKey(several);
  }

  @Test
  void a_new_code_is_reported_by_its_meaning() {
    table("value-codes.csv", "value,scheme,code,meaning,note\n");
    table("sources/dicom/combinations.csv", "scheme,code,meaning,values,note\n");
    table(CODES, "scheme,code,meaning,groups,without_value\nDCM,QX,Quantum imaging,29,\n");

    assertThat(DicomCodesSource.dicom(folder, vocabulary, faults).notCanonicalised())
        .containsExactly(new Unmapped("QX", "Quantum imaging", List.of("Quantum imaging")));
  }

  @Test
  void a_code_with_values_twice_or_with_a_reason_for_none_is_a_fault() {
    table("value-codes.csv", "value,scheme,code,meaning,note\nRID10321,DCM,CT,CT,\n");
    table(
        "sources/dicom/combinations.csv",
        "scheme,code,meaning,values,note\nDCM,CT,CT,RID10321 RID56,\n");
    table(CODES, "scheme,code,meaning,groups,without_value\nDCM,CT,CT,29,no value\n");

    DicomCodesSource.dicom(folder, vocabulary, faults);

    assertThat(faults.list())
        .containsExactly(
            new Fault("sources/dicom/combinations.csv", 2, "code CT has values twice"),
            new Fault(CODES, 2, "code CT has a value, and a reason for having none"));
  }
}
