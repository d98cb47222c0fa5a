package org.peercoaching.local.service;

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
        return Map.of(
                "SERVER_PORT",
                Integer.toString(service.port(firstPort)),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SPRING_MONGODB_URI",
                databaseUri.apply(service.id()),
                "COACHING_KAFKA_BROKERS",
                brokers,
                "COACHING_SECURITY_ISSUER",
                issuer,
                "COACHING_SECURITY_ORGANIZATION_SECRET",
                secrets.organizationSecret(),
                "COACHING_ENCRYPTION_MASTER_KEY",
                secrets.masterKey(),
                "COACHING_REPORTING_ZONE",
                "Europe/Berlin",
                "BUSINESS_CLOCK_FILE",
                clockFile.toString(),
                "MANAGEMENT_ENDPOINT_BUSINESSCLOCK_ACCESS",
                "unrestricted");
    }
}
