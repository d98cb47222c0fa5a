package org.peercoaching.analytics.fact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * People as sets know them: 64 bits, enough to tell those of an organization apart and too little
 * to be an id anywhere else.
 */
final class Person {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Person() {}

    /** The first 64 bits of a random participant id; of an id of another form, of its SHA-256. */
    static long bits(String participantId) {
        return UUID_TEXT.matcher(participantId).matches()
                ? UUID.fromString(participantId).getMostSignificantBits()
                : hash(participantId);
    }

    /** 64 bits that stand for somebody unnamed, such as one of the givers behind a tally. */
    static long unnamed(String group, int number) {
        return hash(group + ":" + number);
    }

    private static long hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
