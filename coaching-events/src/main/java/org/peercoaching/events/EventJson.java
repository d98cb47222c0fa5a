package org.peercoaching.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON mapping of event data: instants and dates as ISO-8601 text, additions of later
 * minors ignored.
 */
public final class EventJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private EventJson() {}

    /** The data of an event as JSON. */
    public static byte[] write(CoachingEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    static <E extends CoachingEvent> E read(JsonNode data, Class<E> record) {
        return MAPPER.treeToValue(data, record);
    }
}
