package org.peercoaching.local.demonstration.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request to an API.
 *
 * @param path below {@code /api/}
 * @param contentType of the body
 * @param body null for none
 * @param key makes a repetition harmless; null where the request itself is
 */
public record Request(
        String method,
        String path,
        String contentType,
        @Nullable String body,
        @Nullable String key) {

    private static final String JSON = "application/json";

    /**
     * A key belongs to one body, byte for byte, and maps have another order in each run of the JVM.
     */
    private static final JsonMapper IN_ORDER =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    /** A reading. */
    public static Request get(String path) {
        return new Request("GET", path, JSON, null, null);
    }

    /** A command. */
    public static Request post(String path, Object body, String key) {
        return new Request("POST", path, JSON, json(body), key);
    }

    /** A command without details. */
    public static Request post(String path, String key) {
        return post(path, Map.of(), key);
    }

    /** Replaces something. */
    public static Request put(String path, Object body, String key) {
        return new Request("PUT", path, JSON, json(body), key);
    }

    /** Hands a file in. */
    public static Request csv(String path, String file) {
        return new Request("POST", path, "text/csv", file, null);
    }

    boolean isCommand() {
        return !method.equals("GET");
    }

    /** What it is about without the ids in it. */
    String sort() {
        return method + " " + path.replaceAll("[0-9a-f-]{36}", "*").replaceAll("\\?.*", "");
    }

    private static String json(Object body) {
        return IN_ORDER.writeValueAsString(body);
    }
}
