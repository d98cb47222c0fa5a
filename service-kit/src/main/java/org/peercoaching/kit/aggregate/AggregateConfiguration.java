package org.peercoaching.kit.aggregate;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.peercoaching.kit.observe.Traces;
import org.peercoaching.kit.time.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** The aggregate stores and the one producer of the contract's events. */
@AutoConfiguration
public class AggregateConfiguration {

    /** Events go out through this producer alone: no framework header leaves the house. */
    @Bean(destroyMethod = "close")
    KafkaProducer<String, byte[]> eventProducer(
            @Value("${coaching.kafka.brokers}") String brokers,
            @Value("${coaching.kafka.max-message-bytes}") int maxMessageBytes) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        maxMessageBytes,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Bean
    Relay relay(KafkaProducer<String, byte[]> eventProducer, MeterRegistry meters) {
        return new Relay(eventProducer, meters);
    }

    @Bean
    Sweeper sweeper(Relay relay, MeterRegistry meters) {
        return new Sweeper(relay, meters);
    }

    @Bean
    AggregateStores aggregateStores(
            MongoDatabase database,
            Relay relay,
            Sweeper sweeper,
            BusinessClock clock,
            Traces traces) {
        return new AggregateStores(database, relay, sweeper, clock, traces::current);
    }

    @Bean
    Claims claims(MongoDatabase database) {
        return new Claims(database);
    }

    @Bean
    RequestKeys requestKeys(Claims claims) {
        return new RequestKeys(claims);
    }

    @Bean
    FlowEndpoint flowEndpoint(Sweeper sweeper) {
        return new FlowEndpoint(sweeper);
    }

    @Bean
    SweeperStarter sweeperStarter(Sweeper sweeper) {
        return new SweeperStarter(sweeper);
    }

    /** Takes up what an earlier process left unpublished, once all stores are open. */
    record SweeperStarter(Sweeper sweeper) {

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            sweeper.start();
        }
    }
}
