/**
 * Enrollments: a participant's way through one program, from application by orientation and charter
 * to being ready, and to its end. An enrollment ends with its program and when its person leaves,
 * whatever order those events come in.
 */
@NullMarked
package org.peercoaching.participant.enrollment;

import org.jspecify.annotations.NullMarked;
