package org.peercoaching.local.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Made at the first start and kept beside the data that they protect, as only a machine for trying
 * things out may.
 *
 * @param organizationSecret keys the hash that stands for a login, text of 43 characters
 * @param masterKey wraps the authors' keys, 32 bytes in base64
 * @param launcherSecret of the launcher's own client at the issuer
 * @param loaderSecret of the demonstration loader's client
 */
public record Secrets(
        String organizationSecret, String masterKey, String launcherSecret, String loaderSecret) {

    private static final int BYTES = 32;

    /** Reads them, or makes them. */
    public static Secrets in(Path file) {
        Properties properties = new Properties();
        try {
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
            } else {
                properties.setProperty(
                        "organizationSecret", random(Base64.getUrlEncoder().withoutPadding()));
                properties.setProperty("masterKey", random(Base64.getEncoder()));
                properties.setProperty(
                        "launcherSecret", random(Base64.getUrlEncoder().withoutPadding()));
                properties.setProperty(
                        "loaderSecret", random(Base64.getUrlEncoder().withoutPadding()));
                PrivateFiles.write(file, writer -> properties.store(writer, null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Secrets(
                properties.getProperty("organizationSecret"),
                properties.getProperty("masterKey"),
                properties.getProperty("launcherSecret"),
                properties.getProperty("loaderSecret"));
    }

    private static String random(Base64.Encoder encoder) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return encoder.encodeToString(bytes);
    }
}
