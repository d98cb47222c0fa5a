/** The append-only audit log, hash-chained per process instance. */
@NullMarked
package org.peercoaching.kit.audit;

import org.jspecify.annotations.NullMarked;
