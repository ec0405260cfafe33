package org.radcanon.terminology.rimag;

import java.util.Optional;

/**
 * An item that the standard lists (appendices G to J).
 *
 * @param nameEn the English name; few items have one
 */
public record Item(String code, String nameZh, Optional<String> nameEn) {}
