package org.peercoaching.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Login keys: HMAC-SHA-256 (RFC 2104) of the claim that names a person under the organization's
 * secret. Whoever reads the events cannot tell a login from its key.
 */
public final class LoginKeys {

    private static final int LEAST_SECRET_BYTES = 32;

    private final SecretKeySpec secret;

    /**
     * The login keys of an organization.
     *
     * @param secret at least 32 bytes
     */
    public LoginKeys(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "coaching.security.organization-secret must have at least 32 bytes");
        }
        this.secret = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** The key of a login, 64 hexadecimal digits. */
    public String keyOf(String login) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
