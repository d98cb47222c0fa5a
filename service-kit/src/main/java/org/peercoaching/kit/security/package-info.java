/**
 * Who is who: tokens are checked, the person behind one is found by login key, and what a person
 * may do is decided by their relation to the thing before their role.
 */
@NullMarked
package org.peercoaching.kit.security;

import org.jspecify.annotations.NullMarked;
