package org.peercoaching.kit.encryption;

/**
 * Words that only their author's key opens.
 *
 * @param author whose key
 * @param box nonce and ciphertext, base64
 */
public record Sealed(String author, String box) {}
