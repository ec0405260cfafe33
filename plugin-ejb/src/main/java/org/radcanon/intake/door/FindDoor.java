package org.radcanon.intake.door;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.dimse.AeTitle;
import org.radcanon.dimse.FindService;
import org.radcanon.dimse.Status;
import org.radcanon.index.QueryException;
import org.radcanon.index.StudyIndex;
import org.radcanon.index.StudyIndex.QueryResult;
import org.radcanon.index.StudyIndex.Row;
import org.radcanon.intake.door.FindRequest.NoneOfThisClass;

/**
 * C-FIND of the Study Root (PS3.4 C.4.1, C.6.2) out of the study index: the same matching as
 * QIDO-RS, by code as well. Rows are read page by page, never all at once.
 */
public final class FindDoor implements FindService {

  private static final int PAGE = 200;
  private static final Status CANCELLED = new Status(0xFE00, Optional.empty());
  private static final int NOT_THIS_CLASS = 0xA900;
  private static final int OUT_OF_RESOURCES = 0xA700;

  private final StudyIndex index;
  private final Optional<AeTitle> retrieve;
  private final int page;

  /**
   * @param retrieve Retrieve AE Title (0008,0054): whom to ask for the instances, where anybody
   *     answers C-MOVE or C-GET
   */
  public FindDoor(StudyIndex index, Optional<AeTitle> retrieve) {
    this(index, retrieve, PAGE);
  }

  FindDoor(StudyIndex index, Optional<AeTitle> retrieve, int page) {
    this.index = index;
    this.retrieve = retrieve;
    this.page = page;
  }

  @Override
  public Status find(Request request, Predicate<Match> matches) {
    try {
      FindRequest wanted = FindRequest.of(request.identifier());
      FindAnswer answer =
          new FindAnswer(
              request.identifier(), wanted, TransferSyntax.of(request.transferSyntax()), retrieve);
      return find(wanted, answer, matches);
    } catch (NoneOfThisClass e) {
      return Status.of(NOT_THIS_CLASS, e.getMessage());
    }
  }

  private Status find(FindRequest wanted, FindAnswer answer, Predicate<Match> matches) {
    boolean hasAll = answer.hasAll();
    Set<List<Object>> before = Set.of();
    for (int offset = 0; ; offset += page) {
      QueryResult result;
      try {
        result = index.search(wanted.query(page, offset));
      } catch (QueryException e) {
        return offset == 0
            ? Status.of(NOT_THIS_CLASS, "a key has a value that is none of its VR")
            : Status.of(OUT_OF_RESOURCES, "more matches than can be listed: narrow the query");
      }
      Set<List<Object>> sent = new HashSet<>();
      for (Row row : result.rows()) {
        List<Object> identity = List.of(row.studyUid(), row.seriesUid(), row.instanceUid());
        sent.add(identity);
        boolean supported = hasAll && result.unsupported().isEmpty();
        if (!before.contains(identity) && !matches.test(new Match(answer.of(row), supported))) {
          return CANCELLED;
        }
      }
      if (!result.more()) {
        return Status.SUCCESS;
      }
      before = sent;
    }
  }
}
