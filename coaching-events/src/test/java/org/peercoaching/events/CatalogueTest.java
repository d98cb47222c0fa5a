package org.peercoaching.events;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void everyRecordOfTheSealedInterfacesIsInTheCatalogueOnce() {
        assertThat(Catalogue.all().stream().<Class<?>>map(EventType::record))
                .containsExactlyInAnyOrderElementsOf(records(CoachingEvent.class).toList());
    }

    @Test
    void everyEventHasATypeOfItsOwn() {
        assertThat(Catalogue.all()).extracting(EventType::type).doesNotHaveDuplicates();
        assertThat(Catalogue.all())
                .allSatisfy(type -> {
                    assertThat(type.type())
                            .matches("org\\.peercoaching(\\.[a-z]+(-[a-z]+)*){3}\\.v1");
                    assertThat(Catalogue.byType(type.type())).contains(type);
                    assertThat(URI.create(type.source("id"))).hasPath(type.source("id"));
                });
    }

    @Test
    void anAggregateWritesToExactlyOneTopicAndATopicHoldsOneKindOfAggregate() {
        Map<String, Set<Topic>> topics =
                Catalogue.all().stream()
                        .collect(
                                groupingBy(
                                        CatalogueTest::aggregate,
                                        mapping(EventType::topic, toSet())));

        assertThat(topics.values()).allSatisfy(ofOne -> assertThat(ofOne).hasSize(1));
        assertThat(topics.values().stream().flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(Topics.all());
    }

    /** The records below a sealed interface. */
    static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(CatalogueTest::records);
    }

    private static String aggregate(EventType type) {
        return type.service() + "/" + type.aggregate();
    }
}
