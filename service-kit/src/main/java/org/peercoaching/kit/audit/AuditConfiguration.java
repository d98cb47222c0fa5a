package org.peercoaching.kit.audit;

import com.mongodb.client.MongoDatabase;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.time.BusinessClock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The audit log, with a new chain for each start of the process. */
@AutoConfiguration
public class AuditConfiguration {

    @Bean
    AuditLog auditLog(MongoDatabase database, BusinessClock clock) {
        return new AuditLog(database, clock, Ids.random());
    }
}
