/**
 * Duplicates: suggesting which customers may be one, and saying for good that they are not (C32, C33).
 *
 * <pre>{@code
 * for (DuplicateGroup group : clerk.duplicates().groups(Page.Request.first(20)).items()) {
 *     clerk.duplicates().of(group.first(), Page.Request.first(10)).items().forEach(desk::show);
 * }
 * clerk.duplicates().dismiss(ada, eve);
 * }</pre>
 */
@NullMarked
package org.openmembership.duplicates;

import org.jspecify.annotations.NullMarked;
