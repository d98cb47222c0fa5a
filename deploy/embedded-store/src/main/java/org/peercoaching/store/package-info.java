/**
 * A MongoDB-compatible store for places without a MongoDB: in memory for tests, on disk for the
 * local platform. It speaks the wire protocol, so that services use the ordinary driver against it.
 *
 * <p>The protocol, the query language and the update operators are mongo-java-server's; storage is
 * H2's MVStore. This package adds what the library lacks for a store that can be killed and must
 * answer quickly:
 *
 * <ul>
 *   <li>An answer is given only after everything that it shows or confirms is in the file ({@link
 *       org.peercoaching.store.GroupCommit}). A process that is killed loses no acknowledged write;
 *       a machine that loses power may, because the file is not forced to the disk.
 *   <li>A stored document is never changed in place ({@link
 *       org.peercoaching.store.StoredCollection}): readers and the committing thread see whole
 *       documents.
 *   <li>Filters that contain {@code _id} look only at those documents ({@link
 *       org.peercoaching.store.IdIndex}), and single-field indexes answer ranges ({@link
 *       org.peercoaching.store.FieldIndex}). Secondary indexes live in memory and are built from
 *       the documents at every start: the documents are the only truth on disk.
 *   <li>The file is compacted while the store runs.
 * </ul>
 *
 * What the library cannot do stays so: transactions, change streams, pipeline updates, partial and
 * TTL indexes. The library's own log quotes failed commands with their documents: whoever embeds
 * the store switches the loggers below {@code de.bwaldvogel.mongo} off.
 */
@NullMarked
package org.peercoaching.store;

import org.jspecify.annotations.NullMarked;
