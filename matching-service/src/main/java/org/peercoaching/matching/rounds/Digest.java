package org.peercoaching.matching.rounds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A SHA-256 that is fed bit by bit. */
final class Digest {

    private final MessageDigest sha;

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    void add(byte[] bytes) {
        sha.update(bytes);
    }

    /** Some ids, and that they belong together. */
    void add(List<String> ids) {
        ids.forEach(id -> {
            sha.update(id.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) ',');
        });
        sha.update((byte) '\n');
    }

    /** In hexadecimal; nothing is added afterwards. */
    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
