package org.openmembership.review;

import org.openmembership.account.SchemeExplanation;

/**
 * Why an account holds its scheme: as an object, which also {@linkplain SchemeExplanation#text tells itself}, and as JSON.
 *
 * @param json the explanation, on one line
 */
public record ExplainedScheme(SchemeExplanation explanation, String json) {}
