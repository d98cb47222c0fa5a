package org.peercoaching.kit.aggregate;

import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.peercoaching.kit.mongo.MongoConfiguration;
import org.peercoaching.kit.sample.SampleGoal;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.TestBroker;
import org.peercoaching.testkit.TestStore;

/**
 * Processes around one database: each {@link #store} is a process of its own with its own relay and
 * producer.
 */
final class House implements AutoCloseable {

    private static final String UNREACHABLE = "localhost:1";

    final Operations operations = new Operations();

    private final String name = "house-" + Ids.random().substring(0, 8);
    private final MongoClient client;

    /** Looks on without being counted. */
    private final MongoClient onlooker;

    private final MongoDatabase database;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Relay> relays = new ArrayList<>();
    private final List<Sweeper> sweepers = new ArrayList<>();
    private final List<Producer<?, ?>> producers = new ArrayList<>();

    House() {
        this(TestStore::uri);
    }

    /**
     * In another store.
     *
     * @param store the connection string of a database
     */
    House(UnaryOperator<String> store) {
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(new ConnectionString(store.apply(name)))
                                .addCommandListener(operations)
                                .build());
        onlooker = MongoClients.create(store.apply(name));
        database = client.getDatabase(name).withCodecRegistry(MongoConfiguration.registry());
    }

    AggregateStore<SampleGoal> store() {
        return definition().open();
    }

    AggregateStore<SampleGoal> storeWithoutBroker() {
        return definition(UNREACHABLE).open();
    }

    AggregateStores.Definition<SampleGoal> definition() {
        return definition(TestBroker.brokers());
    }

    private AggregateStores.Definition<SampleGoal> definition(String brokers) {
        Relay relay = new Relay(producer(brokers), meters);
        Sweeper sweeper = new Sweeper(relay, meters);
        relays.add(relay);
        sweepers.add(sweeper);
        return new AggregateStores(
                        database, relay, sweeper, new BusinessClock(Duration.ZERO), () -> null)
                .of("goals", SampleGoal.class)
                .indexed("owner");
    }

    /** A process that starts, finds what others left, and publishes it. */
    void sweep() {
        sweep(TestBroker.brokers());
    }

    /** A process that starts, finds what others left, and reaches no broker; its meters. */
    MeterRegistry sweepInVain() {
        return sweep(UNREACHABLE);
    }

    private MeterRegistry sweep(String brokers) {
        MeterRegistry its = new SimpleMeterRegistry();
        Relay relay = new Relay(producer(brokers), its);
        Sweeper sweeper = new Sweeper(relay, its);
        relays.add(relay);
        sweepers.add(sweeper);
        sweeper.watch(collection());
        sweeper.start();
        return its;
    }

    long pending() {
        return collection().countDocuments(BsonDocument.parse("{due: {$exists: true}}"));
    }

    /** The sequences of the events that an aggregate carries. */
    List<Long> outbox(String id) {
        return collection()
                .find(new BsonDocument("_id", new BsonString(id)))
                .first()
                .getArray("outbox")
                .stream()
                .map(entry -> entry.asDocument().getInt64("seq").getValue())
                .toList();
    }

    void awaitQuiet() {
        await().until(() -> pending() == 0);
    }

    MongoCollection<BsonDocument> collection() {
        return onlooker.getDatabase(name).getCollection("goals", BsonDocument.class);
    }

    private Producer<String, byte[]> producer(String brokers) {
        Producer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers, "acks", "all", "max.block.ms", 500),
                        new StringSerializer(),
                        new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    @Override
    public void close() {
        sweepers.forEach(Sweeper::close);
        relays.forEach(Relay::close);
        producers.forEach(producer -> producer.close(Duration.ZERO));
        database.drop();
        client.close();
        onlooker.close();
    }
}
