package org.radcanon.index;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.radcanon.terminology.ProcedureEvidence;

/** The code in force of each study, and the cases that a person has to decide. */
public interface CodingStore {

  Optional<CodingRecord> inForce(String studyUid);

  /** What has to be known before an instance is decided, in one look. */
  Known known(String studyUid, String seriesUid, String sopInstanceUid);

  /**
   * Proposes a code for a study, in a transaction of its own. The first proposal wins, whoever else
   * proposes at the same moment, on this node or another.
   *
   * @return the code in force afterwards
   */
  CodingRecord claim(String studyUid, CodingRecord proposed);

  /**
   * Takes back a claim whose instance turned out to be broken, in a transaction of its own: removes
   * the code in force of a study of which the index has no instance. Does nothing when it has one.
   */
  void release(String studyUid);

  /** Puts a decided code in force over whatever was; the index follows, stored bytes do not. */
  void replace(String studyUid, CodingRecord decided);

  /** Opens a case, or refreshes the open one of that study and kind. */
  void openCase(NewCase newCase);

  /** Opens a case, unless one of that study and kind is open; that one then knows more. */
  void openCaseIfNone(NewCase newCase);

  /** Closes the open cases of a study of one kind. */
  void closeCases(String studyUid, CaseKind kind, String how);

  /** One case, open or closed. */
  Optional<CaseRecord> findCase(long id);

  /**
   * Closes one case and, when a code is decided with it, puts that code in force, both in one
   * transaction.
   *
   * @return false, with nothing changed, when it is no longer open
   */
  boolean decide(CaseRecord open, Optional<CodingRecord> decided, String how);

  List<CaseRecord> cases(boolean open, int limit, int offset);

  long countCases(boolean open);

  /**
   * The open cases of one kind by ascending id, to be gone through page by page while others open
   * and close cases.
   *
   * @param afterId id of the last case of the page before; 0 for the first page
   */
  List<CaseRecord> openCases(CaseKind kind, long afterId, int limit);

  /**
   * The open cases of one kind, put together where their evidence is alike (same modalities, codes
   * and texts), so that one decision resolves them; the largest group first.
   */
  List<CaseGroup> openGroups(CaseKind kind, int limit, int offset);

  /** Why a person is asked. */
  enum CaseKind {
    /** Nothing resolved it, or two concepts fit equally. */
    UNRESOLVED,
    /** A better basis than that of the code in force says otherwise. */
    BETTER_BASIS,
    /** A basis no better says otherwise. */
    CONFLICT
  }

  /**
   * @param inForce the study's code
   * @param signedAt when radcanon changed the version of the instance that is stored
   */
  record Known(Optional<CodingRecord> inForce, Optional<OffsetDateTime> signedAt) {}

  /**
   * @param reason one sentence
   * @param evidence in full, so that it can be resolved again without the archive
   * @param candidates concept codes
   */
  record NewCase(
      String studyUid,
      CaseKind kind,
      String reason,
      ProcedureEvidence evidence,
      List<String> lines,
      List<String> candidates,
      Optional<CodingRecord> proposed) {}

  /**
   * @param id of the case
   * @param opened ISO instant
   * @param closed ISO instant and how, once closed
   */
  record CaseRecord(
      long id,
      NewCase what,
      java.time.Instant opened,
      Optional<java.time.Instant> closed,
      Optional<String> how) {}

  /**
   * Open cases with like evidence.
   *
   * @param newest of the group, for display
   * @param studies how many there are
   */
  record CaseGroup(CaseRecord newest, long studies) {}
}
