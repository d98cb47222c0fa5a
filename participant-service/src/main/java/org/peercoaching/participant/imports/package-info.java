/**
 * People arrive by CSV. A file is read twice: the first reading judges every row by itself and
 * claims all external ids, so that managers may stand later in the file than the people they lead;
 * the second writes what changed. Each row has an outcome of its own, and a broken row never stops
 * its neighbours. Repeating a file changes nothing; a person missing from it stays. One file is
 * imported at a time.
 */
@NullMarked
package org.peercoaching.participant.imports;

import org.jspecify.annotations.NullMarked;
