package org.peercoaching.analytics.release;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Metrics;
import org.peercoaching.analytics.program.Programs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many distinct people must stand behind a figure: the organization's k, which is at least the
 * catalogue's. It may be raised at any time, but not be lowered once there is a program: what was
 * published under the larger number could be told apart under the smaller one, also after its end.
 */
@Component
public final class LeastPeople {

    /** Beyond it a typing mistake is likelier than a wish, and would hide all figures. */
    static final int MOST = 100;

    private static final String IN_FORCE = "least-people";

    private final int k;

    /** The k of the configuration, if it may be. */
    @Autowired
    LeastPeople(
            MongoDatabase database,
            Programs programs,
            @Value("${coaching.least-people}") int configured) {
        this(database, configured, () -> !programs.all().isEmpty());
    }

    LeastPeople(MongoDatabase database, int configured, BooleanSupplier thereIsAProgram) {
        if (configured < Metrics.K || configured > MOST) {
            throw new IllegalStateException(
                    "coaching.least-people is %d; it must be from %d to %d"
                            .formatted(configured, Metrics.K, MOST));
        }
        MongoCollection<Document> settings = database.getCollection("settings");
        Document stored = settings.find(Filters.eq("_id", IN_FORCE)).first();
        int inForce = stored == null ? Metrics.K : stored.getInteger("k");
        if (configured < inForce && thereIsAProgram.getAsBoolean()) {
            throw new IllegalStateException(
                    "coaching.least-people is %d, but figures were published with %d: set it to %d or more"
                            .formatted(configured, inForce, inForce));
        }
        if (configured != inForce) {
            settings.updateOne(
                    Filters.eq("_id", IN_FORCE),
                    Updates.set("k", configured),
                    new UpdateOptions().upsert(true));
        }
        k = configured;
    }

    /** Behind a figure of a metric: as many more than the catalogue asks for as k is larger. */
    public int behind(Metric metric) {
        return metric.leastPeople() + k - Metrics.K;
    }
}
