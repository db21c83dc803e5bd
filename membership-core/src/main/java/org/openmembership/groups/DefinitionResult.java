package org.openmembership.groups;

import org.openmembership.group.CustomerGroup;

/** What came of defining a group. */
public sealed interface DefinitionResult {
    /** @param changed false where it was so already */
    record Defined(CustomerGroup group, boolean changed) implements DefinitionResult {}

    /** There is one of this code that is written to by another channel, or by none. */
    record OfAnotherKind(CustomerGroup group) implements DefinitionResult {}

    /** There are as many groups as a shop may have. */
    record TooManyGroups() implements DefinitionResult {}
}
