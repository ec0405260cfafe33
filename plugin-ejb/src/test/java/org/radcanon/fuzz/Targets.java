package org.radcanon.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import org.radcanon.dicom.DataSetTarget;
import org.radcanon.dicom.JsonTarget;
import org.radcanon.dicom.MetadataTarget;
import org.radcanon.dimse.AssociationTarget;
import org.radcanon.dimse.CommandTarget;
import org.radcanon.dimse.PduTarget;

/** All targets by name. */
final class Targets {

  private Targets() {}

  static Map<String, Target> all() {
    Map<String, Target> all = new LinkedHashMap<>();
    all.put("dataset", new DataSetTarget());
    all.put("metadata", new MetadataTarget());
    all.put("json", new JsonTarget());
    all.put("pdu", new PduTarget());
    all.put("command", new CommandTarget());
    all.put("association", new AssociationTarget());
    return all;
  }
}
