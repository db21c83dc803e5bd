/**
 * What several verbs do inside an open unit of work. A step opens none itself, and may use steps further down:
 * what earns or takes back, then workbooks, then published clubs.
 */
@NullMarked
package org.openmembership.step;

import org.jspecify.annotations.NullMarked;
