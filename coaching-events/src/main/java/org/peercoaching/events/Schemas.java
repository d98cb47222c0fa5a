package org.peercoaching.events;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The checked-in JSON Schemas (2020-12) of all events, loaded once. */
final class Schemas {

    private final Map<EventType, Schema> byType;

    private Schemas(Map<EventType, Schema> byType) {
        this.byType = byType;
    }

    static Schemas load() {
        // Draft 2020-12 leaves formats unchecked unless asked: "tomorrow" would be a date-time.
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).failFast(true).build();
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(config));
        return new Schemas(
                Catalogue.all().stream()
                        .collect(
                                toUnmodifiableMap(
                                        Function.identity(), type -> load(registry, type))));
    }

    /**
     * The first place where the data break the event's schema: where and which rule, but none of
     * the data.
     *
     * @param data parsed JSON
     */
    Optional<String> violation(EventType type, JsonNode data) {
        Schema schema = byType.get(type);
        if (schema == null) {
            throw new IllegalArgumentException("No schema for " + type.type());
        }
        List<Error> errors = schema.validate(data);
        return errors.stream().findFirst().map(Schemas::place);
    }

    /** Names and rules of the schema; the error's own message would quote the data. */
    private static String place(Error error) {
        String missing = error.getProperty() == null ? "" : " " + error.getProperty();
        return "%s of #%s".formatted(error.getKeyword() + missing, error.getInstanceLocation());
    }

    static String resource(EventType type) {
        return "/events/schemas/" + type.shortName() + EventType.MAJOR + ".json";
    }

    private static Schema load(SchemaRegistry registry, EventType type) {
        try (InputStream schema = Schemas.class.getResourceAsStream(resource(type))) {
            if (schema == null) {
                throw new IllegalStateException("Missing schema " + resource(type));
            }
            return registry.getSchema(EventJson.tree(schema.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
