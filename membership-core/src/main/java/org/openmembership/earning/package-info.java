/**
 * Earning: points for things other than what a sale is worth, which the library notices or the host reports.
 *
 * <pre>{@code
 * till.earning().report(account, ReasonCode.of("SURVEY"), ExternalKey.of("app", "survey-4412"));
 * }</pre>
 */
@NullMarked
package org.openmembership.earning;

import org.jspecify.annotations.NullMarked;
