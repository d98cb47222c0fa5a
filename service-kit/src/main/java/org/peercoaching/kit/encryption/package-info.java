/**
 * Encryption of single fields with a key per author (AES-256-GCM), so that destroying the key
 * destroys the words.
 */
@NullMarked
package org.peercoaching.kit.encryption;

import org.jspecify.annotations.NullMarked;
