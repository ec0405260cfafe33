/**
 * The study index: what is in the archive, the code in force of each study, and the cases that a
 * person has to decide. JPA entities, their schema (Flyway), and QIDO-RS matching compiled to
 * queries (PS3.4 C.2.2.2, PS3.18 8.3.4, 10.6).
 *
 * <p>Uses {@code dicom} and {@code terminology}, Jakarta Persistence and the container's
 * transactions; filled by intake, asked by every query. Several nodes may share its database: what
 * happens to one study happens one after the other, whichever node it comes to.
 *
 * <p>Start reading at {@link org.radcanon.index.StudyIndex} and {@link
 * org.radcanon.index.CodingStore}; behind them at {@code StudyRecorder} for what is written and at
 * {@code QueryCompiler} for what is asked.
 */
package org.radcanon.index;
