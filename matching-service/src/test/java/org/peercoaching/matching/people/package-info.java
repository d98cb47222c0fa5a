/** What matching makes of the news about people, in any order. */
@NullMarked
package org.peercoaching.matching.people;

import org.jspecify.annotations.NullMarked;
