/**
 * What has happened and is to be told to the host: events are kept in the unit of work that they tell of, and taken from
 * there later.
 */
@NullMarked
package org.openmembership.outbox;

import org.jspecify.annotations.NullMarked;
