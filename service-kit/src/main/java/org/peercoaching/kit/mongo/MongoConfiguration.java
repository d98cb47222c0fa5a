package org.peercoaching.kit.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** The driver: codecs for what states are made of, and the database that the URI names. */
@AutoConfiguration(before = MongoAutoConfiguration.class)
public class MongoConfiguration {

    /** Records, enums and times by the driver's own codecs, sealed types by a discriminator. */
    @Bean
    MongoClientSettingsBuilderCustomizer codecs() {
        return settings -> settings.codecRegistry(registry());
    }

    /** The service's own database. */
    @Bean
    MongoDatabase database(MongoClient client, @Value("${spring.mongodb.uri}") String uri) {
        String name = new ConnectionString(uri).getDatabase();
        if (name == null) {
            throw new IllegalStateException(
                    "spring.mongodb.uri must name the service's database, as in mongodb://host/session");
        }
        return client.getDatabase(name).withCodecRegistry(registry());
    }

    /** The codec registry of all stores. */
    public static CodecRegistry registry() {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromProviders(new SealedCodecProvider()),
                MongoClientSettings.getDefaultCodecRegistry());
    }
}
