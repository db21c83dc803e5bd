/** Random stories, told to the library and to the reference model at once. */
@NullMarked
package org.openmembership.story;

import org.jspecify.annotations.NullMarked;
