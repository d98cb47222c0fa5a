/**
 * The participant service: who is in the organization, which programs run, who is enrolled in them
 * and what each participant aims at. Names and addresses live here and nowhere else; other services
 * learn of people by random ids.
 */
@NullMarked
package org.peercoaching.participant;

import org.jspecify.annotations.NullMarked;
