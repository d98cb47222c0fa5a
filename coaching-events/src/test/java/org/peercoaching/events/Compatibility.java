package org.peercoaching.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What may change in a schema within a major: properties may be added if they are optional, and
 * words about it may change. Everything else breaks somebody, who either reads old records with the
 * new schema or new records with the old one.
 */
final class Compatibility {

    private static final Set<String> WORDS = Set.of("title", "description", "$comment", "examples");

    private Compatibility() {}

    /** Where the schema after breaks users of the one before; empty if nowhere. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        List<String> breaks = new ArrayList<>();
        compare("", before, after, breaks);
        return breaks;
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<String> breaks) {
        Set<String> keywords = new TreeSet<>(before.propertyNames());
        keywords.addAll(after.propertyNames());
        keywords.removeAll(WORDS);
        for (String keyword : keywords) {
            JsonNode old = before.path(keyword);
            JsonNode now = after.path(keyword);
            switch (keyword) {
                case "properties" -> compareProperties(at, old, now, breaks);
                case "required" -> compareRequired(at, before, after, breaks);
                case "items" -> compare(at + "/items", old, now, breaks);
                default -> {
                    if (!old.equals(now)) {
                        breaks.add(at + "/" + keyword + " changed");
                    }
                }
            }
        }
    }

    private static void compareProperties(
            String at, JsonNode before, JsonNode after, List<String> breaks) {
        for (String name : before.propertyNames()) {
            String property = at + "/" + name;
            if (after.has(name)) {
                compare(property, before.get(name), after.get(name), breaks);
            } else {
                breaks.add(property + " was removed");
            }
        }
    }

    private static void compareRequired(
            String at, JsonNode before, JsonNode after, List<String> breaks) {
        Set<String> old = required(before);
        Set<String> now = required(after);
        for (String name : after.path("properties").propertyNames()) {
            String property = at + "/" + name;
            if (!before.path("properties").has(name)) {
                if (now.contains(name)) {
                    breaks.add(property + " was added as required");
                }
            } else if (old.contains(name) != now.contains(name)) {
                breaks.add(
                        property + (now.contains(name) ? " became required" : " became optional"));
            }
        }
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("required").forEach(name -> names.add(name.stringValue()));
        return names;
    }
}
