package org.radcanon.web.fhir;

import ca.uhn.fhir.model.api.IQueryParameterAnd;
import ca.uhn.fhir.model.api.IQueryParameterOr;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import org.radcanon.fhir.search.Token;

/** Search values as HAPI hands them over, in terms of the search. Refuses modifiers. */
final class Values {
  private Values() {}

  /** One list of alternatives for each time that the parameter is given. */
  static <T extends IQueryParameterType> List<List<T>> of(
      IQueryParameterAnd<? extends IQueryParameterOr<T>> parameter) {
    return parameter == null
        ? List.of()
        : parameter.getValuesAsQueryTokens().stream()
            .map(IQueryParameterOr::getValuesAsQueryTokens)
            .filter(values -> !values.isEmpty())
            .toList();
  }

  static List<Token> tokens(List<TokenParam> values) {
    values.forEach(Values::requirePlain);
    values.stream()
        .filter(token -> token.getModifier() != null)
        .findFirst()
        .ifPresent(token -> refuse(":" + token.getModifier().getValue().replaceFirst("^:", "")));
    return values.stream().map(Token::of).toList();
  }

  /** Logical ids, as {@code _id} has them. */
  static List<String> ids(List<TokenParam> values) {
    return tokens(values).stream().map(Token::code).toList();
  }

  /**
   * Logical ids of references to a type on this server: {@code id}, {@code Type/id} or its absolute
   * URL. Empty for a reference to anything else.
   */
  static List<Optional<String>> references(List<ReferenceParam> values, String type, String base) {
    values.forEach(Values::requirePlain);
    return values.stream().map(value -> reference(value, type, base)).toList();
  }

  /** The values of a chain to an identifier. */
  static List<Token> identifiers(List<ReferenceParam> values) {
    values.forEach(Values::requirePlain);
    return values.stream()
        .map(
            value -> {
              TokenParam token = new TokenParam();
              token.setValueAsQueryToken(null, "identifier", null, value.getValue());
              return Token.of(token);
            })
        .toList();
  }

  static List<DateParam> dates(List<DateParam> values) {
    values.forEach(Values::requirePlain);
    return values;
  }

  private static void requirePlain(IQueryParameterType value) {
    if (value.getMissing() != null) {
      refuse(":missing");
    }
  }

  private static Optional<String> reference(ReferenceParam value, String type, String base) {
    boolean here = value.getBaseUrl() == null || sameBase(value.getBaseUrl(), base);
    boolean ofType = value.getResourceType() == null || value.getResourceType().equals(type);
    return here && ofType ? Optional.ofNullable(value.getIdPart()) : Optional.empty();
  }

  private static boolean sameBase(String url, String base) {
    return url.replaceFirst("/$", "").equals(base.replaceFirst("/$", ""));
  }

  private static void refuse(String modifier) {
    throw new InvalidRequestException("modifier " + modifier + " is not supported");
  }
}
