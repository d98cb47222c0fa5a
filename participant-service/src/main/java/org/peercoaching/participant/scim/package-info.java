/**
 * The organization's directory brings people in and takes them out by SCIM 2.0 (RFC 7643 and 7644):
 * users with the enterprise extension, and one of ours for what matching needs to know of their
 * work. What it says goes the same way as a file of people. Reading the protocol (filters, paths,
 * patches) is left to UnboundID's SCIM SDK, which has Jackson 2 inside: its trees stay in here.
 *
 * <p>{@link org.peercoaching.participant.scim.ScimController} is the way in.
 */
@NullMarked
package org.peercoaching.participant.scim;

import org.jspecify.annotations.NullMarked;
