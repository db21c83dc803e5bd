/**
 * The one place that checks permission and constraints, looks keys up, opens and retries the unit of work, and records
 * commands with their answers.
 */
@NullMarked
package org.openmembership.command;

import org.jspecify.annotations.NullMarked;
