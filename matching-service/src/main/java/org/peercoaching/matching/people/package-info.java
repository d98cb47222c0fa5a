/**
 * What matching knows of a person, learnt from events: one document with their enrollments and
 * their ties to partners, and a replica of their matching profile. The document decides whether
 * somebody is a candidate of a program, and lets a match take hold of a candidate only once:
 * publication asks it before it announces a match. Whom a person does not want to be matched with,
 * and which matches they gave up, is known to this document alone and shown to that person alone.
 */
@NullMarked
package org.peercoaching.matching.people;

import org.jspecify.annotations.NullMarked;
