package org.peercoaching.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes the AsyncAPI 3.0 document from {@link Catalogue} and {@link Topics}. */
final class AsyncApiGeneration {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build();

    private AsyncApiGeneration() {}

    /** The document as YAML text. */
    static String document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", "application/json");
        document.put("channels", channels());
        document.put("operations", operations());
        document.put(
                "components",
                ordered("messages", messages(), "schemas", Map.of("headers", headers())));
        return YAML.writeValueAsString(document);
    }

    private static Map<String, Object> info() {
        return ordered(
                "title",
                "Coaching events",
                "version",
                EventType.MINOR,
                "description",
                "What happens in the peer coaching of an organization, as CloudEvents 1.0 in binary"
                        + " mode on Kafka. Each event is numbered within its aggregate and carries"
                        + " the aggregate's whole accounting state after the change. Apply an event"
                        + " if its ce_sequence is greater than the last one seen of its ce_source;"
                        + " repeats are possible. Ignore properties, headers and types you do not"
                        + " know. Within a major version only optional properties are added.",
                "license",
                ordered(
                        "name",
                        "Apache-2.0",
                        "url",
                        "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private static Map<String, Object> channels() {
        Map<String, Object> channels = new LinkedHashMap<>();
        for (Topic topic : Topics.all()) {
            Map<String, Object> messages = new LinkedHashMap<>();
            typesOn(topic)
                    .forEach(type ->
                            messages.put(
                                    name(type), reference("#/components/messages/" + name(type))));
            channels.put(
                    channel(topic),
                    ordered(
                            "address",
                            topic.name(),
                            "description",
                            description(topic),
                            "messages",
                            messages,
                            "bindings",
                            Map.of("kafka", kafkaTopic(topic)),
                            "x-access",
                            topic.access().name().toLowerCase(Locale.ROOT)));
        }
        return channels;
    }

    private static String description(Topic topic) {
        String readers =
                switch (topic.access()) {
                    case INTERNAL -> "Internal: any system of the organization may read it.";
                    case RESTRICTED -> "Restricted: only readers named by the organization.";
                };
        return topic.compacted()
                ? readers
                        + " Compacted. The record key is <aggregate id>:<sequence>, so that no live"
                        + " record is dropped; the partition follows the aggregate id. A null value"
                        + " means that the record was erased."
                : readers + " Kept without limit. The record key is the aggregate id.";
    }

    private static Map<String, Object> kafkaTopic(Topic topic) {
        Map<String, Object> configuration =
                topic.compacted()
                        ? ordered("cleanup.policy", List.of("compact"))
                        : ordered("cleanup.policy", List.of("delete"), "retention.ms", -1);
        return ordered(
                "topic",
                topic.name(),
                "partitions",
                Topic.PARTITIONS,
                "topicConfiguration",
                configuration);
    }

    private static Map<String, Object> operations() {
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Topic topic : Topics.all()) {
            String service = typesOn(topic).getFirst().service();
            String channel = "#/channels/" + channel(topic);
            operations.put(
                    service + "-sends-" + channel(topic),
                    ordered(
                            "action",
                            "send",
                            "channel",
                            reference(channel),
                            "tags",
                            List.of(Map.of("name", service + "-service")),
                            "messages",
                            typesOn(topic).stream()
                                    .map(type -> reference(channel + "/messages/" + name(type)))
                                    .toList()));
        }
        return operations;
    }

    private static Map<String, Object> messages() {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (EventType type : Catalogue.all()) {
            Map<String, Object> ownHeaders =
                    ordered(
                            "ce_type",
                            Map.of("const", type.type()),
                            "ce_dataschema",
                            Map.of("pattern", anyMinor(type)));
            messages.put(
                    name(type),
                    ordered(
                            "name",
                            type.type(),
                            "title",
                            type.record().getSimpleName(),
                            "contentType",
                            "application/json",
                            "headers",
                            ordered(
                                    "type",
                                    "object",
                                    "allOf",
                                    List.of(
                                            reference("#/components/schemas/headers"),
                                            Map.of("properties", ownHeaders))),
                            "payload",
                            reference(relative(Schemas.resource(type))),
                            "examples",
                            List.of(
                                    ordered(
                                            "name",
                                            name(type),
                                            "payload",
                                            reference(
                                                    relative(ExampleFilesTest.exampleOf(type)))))));
        }
        return messages;
    }

    /** The data schemas of a major: old records keep the minor they were written with. */
    private static String anyMinor(EventType type) {
        return "^" + SchemaGeneration.id(type).replace(".", "\\.") + "\\.[0-9]{1,4}$";
    }

    private static Map<String, Object> headers() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ce_specversion", Map.of("const", "1.0"));
        properties.put("ce_id", text("<aggregate id>:<sequence>; repeats carry the same"));
        properties.put("ce_source", text("/<service>/<aggregate>/<aggregate id>"));
        properties.put("ce_type", text("What happened, with its major version"));
        properties.put("ce_subject", text("The aggregate id"));
        properties.put("ce_time", text("When it happened, in business time, RFC 3339 in UTC"));
        properties.put(
                "ce_sequence",
                ordered(
                        "type",
                        "string",
                        "pattern",
                        "^[0-9]{12,18}$",
                        "description",
                        "Numbers the events of one ce_source from 1 without gaps, zero-padded"));
        properties.put("ce_dataschema", text("The schema of the value, with its minor version"));
        properties.put("ce_traceparent", text("W3C trace context; absent outside a trace"));
        properties.put("content-type", Map.of("const", "application/json"));
        return ordered(
                "type",
                "object",
                "properties",
                properties,
                "required",
                properties.keySet().stream()
                        .filter(name -> !name.equals("ce_traceparent"))
                        .toList());
    }

    private static Map<String, Object> text(String description) {
        return ordered("type", "string", "description", description);
    }

    private static List<EventType> typesOn(Topic topic) {
        return Catalogue.all().stream().filter(type -> type.topic().equals(topic)).toList();
    }

    private static String name(EventType type) {
        return type.shortName() + EventType.MAJOR;
    }

    /** The topic's name without the parts that all share: {@code sessions}. */
    private static String channel(Topic topic) {
        return topic.name().replace("coaching.", "").replace(EventType.MAJOR, "");
    }

    private static String relative(String resource) {
        return resource.replace("/events/", "./");
    }

    private static Map<String, Object> reference(String to) {
        return Map.of("$ref", to);
    }

    /** A map that keeps the order of its names and values, given in turn. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
