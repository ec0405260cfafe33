package org.radcanon.terminology;

/**
 * From evidence to a concept: by known code, by the site map, by text. Deterministic; explains
 * itself; never guesses. Safe for use by many threads.
 */
public interface Resolver {

  Resolution resolve(ProcedureEvidence evidence);
}
