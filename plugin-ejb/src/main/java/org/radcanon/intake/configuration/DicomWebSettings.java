package org.radcanon.intake.configuration;

import java.net.URI;
import java.util.Optional;

/**
 * How the DICOMweb doors answer where PS3.18 leaves a choice.
 *
 * @param publicUrl root of the DICOMweb service as its callers see it, for RetrieveURL behind a
 *     reverse proxy; else as the request named it
 * @param stowCoercedStatus 200 or 202 when all instances were stored and some were coerced (PS3.18
 *     Table 10.5.3-1 can be read both ways)
 * @param stowRetryAfterSeconds Retry-After of a 503, in seconds
 * @param stowMaxPartBytes bytes of one part at most
 * @param qidoEmptyStatus 200 with {@code []} or 204 when nothing matches
 * @param qidoDefaultLimit rows where the query has no limit
 * @param qidoMaxLimit rows at most, whatever the query asks for
 */
public record DicomWebSettings(
    Optional<URI> publicUrl,
    int stowCoercedStatus,
    int stowRetryAfterSeconds,
    long stowMaxPartBytes,
    int qidoEmptyStatus,
    int qidoDefaultLimit,
    int qidoMaxLimit) {}
