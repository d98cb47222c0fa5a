package org.peercoaching.local.service;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.peercoaching.local.data.Secrets;

/**
 * What every service of one platform is told.
 *
 * @param databaseUri connection string of a database
 * @param brokers the broker's address
 * @param issuer the issuer's address, which is also in its tokens
 * @param firstPort the first service's port; the others follow
 * @param clockFile holds the business clock's offset
 * @param secrets made once for this platform
 */
public record ServiceEnvironment(
        UnaryOperator<String> databaseUri,
        String brokers,
        String issuer,
        int firstPort,
        Path clockFile,
        Secrets secrets) {

    Map<String, String> of(Service service) {
        return Map.ofEntries(
                entry("SERVER_PORT", Integer.toString(service.port(firstPort))),
                entry("SERVER_ADDRESS", "127.0.0.1"),
                entry("SPRING_MONGODB_URI", databaseUri.apply(service.id())),
                entry("COACHING_KAFKA_BROKERS", brokers),
                entry("COACHING_SECURITY_ISSUER", issuer),
                entry("COACHING_SECURITY_ORGANIZATION_SECRET", secrets.organizationSecret()),
                entry("COACHING_ENCRYPTION_MASTER_KEY", secrets.masterKey()),
                entry("COACHING_REPORTING_ZONE", "Europe/Berlin"),
                entry("BUSINESS_CLOCK_FILE", clockFile.toString()),
                entry("MANAGEMENT_ENDPOINT_BUSINESSCLOCK_ACCESS", "unrestricted"));
    }
}
