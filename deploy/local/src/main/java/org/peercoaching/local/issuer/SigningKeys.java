package org.peercoaching.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.peercoaching.local.data.PrivateFiles;

/**
 * The key that signs tokens. It is kept, so that tokens and sessions of pages outlive a restart.
 */
final class SigningKeys {

    private static final int BITS = 2048;

    private SigningKeys() {}

    static JWKSet in(Path file) throws IOException, ParseException, JOSEException {
        if (Files.exists(file)) {
            return JWKSet.load(file.toFile());
        }
        JWKSet keys = new JWKSet(new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate());
        boolean publicOnly = false;
        PrivateFiles.write(file, writer -> writer.write(keys.toString(publicOnly)));
        return keys;
    }
}
