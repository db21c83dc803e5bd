/** The default reader of phone numbers, which knows the numbering plans of all countries. */
@NullMarked
package org.openmembership.phone;

import org.jspecify.annotations.NullMarked;
