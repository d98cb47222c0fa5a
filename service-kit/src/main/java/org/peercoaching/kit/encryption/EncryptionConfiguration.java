package org.peercoaching.kit.encryption;

import com.mongodb.client.MongoDatabase;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Words sealed under the master key {@code coaching.encryption.master-key}: 32 bytes, base64. */
@AutoConfiguration
public class EncryptionConfiguration {

    @Bean
    Words words(
            MongoDatabase database, @Value("${coaching.encryption.master-key}") String masterKey) {
        return new Words(database, Gcm.of(Base64.getDecoder().decode(masterKey)));
    }
}
