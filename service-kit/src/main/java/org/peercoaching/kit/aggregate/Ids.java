package org.peercoaching.kit.aggregate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids of aggregates: random, or derived so that a repeated cause finds the same aggregate again.
 */
public final class Ids {

    private Ids() {}

    /** A random id (UUID version 4). */
    public static String random() {
        return UUID.randomUUID().toString();
    }

    /**
     * An id derived from its cause: the same parts always give the same id, other parts another.
     *
     * @param parts the kind of aggregate first, then what it derives from
     * @return a UUID of version 8 (RFC 9562) from SHA-256
     */
    public static String derived(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha.update(bytes);
        }
        ByteBuffer digest = ByteBuffer.wrap(sha.digest());
        long high = digest.getLong() & ~0xF000L | 0x8000L;
        long low = digest.getLong() & ~(0b11L << 62) | (0b10L << 62);
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
