package org.peercoaching.kit.consume;

import static java.util.stream.Collectors.toCollection;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.peercoaching.events.Topic;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.observe.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** The binding {@code events-in-0} and what stands behind it. */
@AutoConfiguration
public class ConsumeConfiguration {

    /** Room for the headers that dead-lettering adds to a record just under the limit. */
    public static final int DEAD_LETTER_ROOM = 64 * 1024;

    /** The function that Spring Cloud Stream binds. */
    @Bean
    Consumer<Message<RecordsConverter.Records>> events(EventEdge edge) {
        return message -> edge.accept(message.getPayload().ofBytes());
    }

    @Bean
    RecordsConverter recordsConverter() {
        return new RecordsConverter();
    }

    /**
     * Infrastructure trouble: the container pauses and gives the same records again, without limit.
     */
    @Bean
    CommonErrorHandler retryWithoutLimit() {
        return new DefaultErrorHandler(withoutLimit());
    }

    static BackOff withoutLimit() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(Duration.ofSeconds(10).toMillis());
        return backOff;
    }

    /**
     * Events go to all reactions, each in a trace that continues the event's, and to projections.
     */
    @Bean
    EventEdge eventEdge(
            ObjectProvider<EventBatch> projections,
            List<Reactions> reactions,
            Traces traces,
            DeadLetters deadLetters,
            MeterRegistry meters,
            @Value("${coaching.group}") String group) {
        EventBatch all =
                new Together(
                        Stream.concat(
                                        Stream.of(new ReactToEach(reactions, traces)),
                                        projections.stream())
                                .toList());
        return new EventEdge(all, deadLetters, new ConsumedMeters(meters), Topics.replay(group));
    }

    @Bean
    DeadLetters deadLetters(
            KafkaProducer<byte[], byte[]> deadLetterProducer,
            @Value("${coaching.group}") String group) {
        return new DeadLetters(deadLetterProducer, group);
    }

    @Bean(destroyMethod = "close")
    KafkaProducer<byte[], byte[]> deadLetterProducer(
            @Value("${coaching.kafka.brokers}") String brokers,
            @Value("${coaching.kafka.max-message-bytes}") int maxMessageBytes) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        maxMessageBytes + DEAD_LETTER_ROOM),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Fails the start of a service whose configuration subscribes to other topics than its
     * reactions need.
     */
    @Bean
    SubscriptionCheck subscriptionCheck(
            ObjectProvider<EventBatch> projections,
            List<Reactions> reactions,
            @Value("${spring.cloud.stream.bindings.events-in-0.destination}")
                    Set<String> subscribed,
            @Value("${coaching.group}") String group) {
        Set<String> needed =
                Stream.concat(
                                projections.stream().map(EventBatch::topics),
                                reactions.stream().map(Reactions::topics))
                        .flatMap(Set::stream)
                        .map(Topic::name)
                        .collect(toCollection(TreeSet::new));
        needed.add(Topics.replay(group));
        return new SubscriptionCheck(new TreeSet<>(subscribed), needed);
    }

    /** What is subscribed to is what is reacted to. */
    record SubscriptionCheck(Set<String> subscribed, Set<String> needed) {
        SubscriptionCheck {
            if (!subscribed.equals(needed)) {
                throw new IllegalStateException(
                        "events-in-0 subscribes to "
                                + subscribed
                                + " but the reactions need "
                                + needed);
            }
        }
    }
}
