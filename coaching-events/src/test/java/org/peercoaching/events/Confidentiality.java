package org.peercoaching.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What a schema must not admit, because events carry ids, codes, numbers and instants only: names,
 * addresses and words. The walk refuses whatever it does not know, so that nothing hides from it.
 */
final class Confidentiality {

    private static final Set<String> KNOWN_KEYWORDS =
            Set.of(
                    "$schema",
                    "$id",
                    "title",
                    "description",
                    "type",
                    "properties",
                    "required",
                    "items",
                    "minItems",
                    "maxItems",
                    "enum",
                    "pattern",
                    "format",
                    "minimum",
                    "maximum");

    private static final Set<String> FORMATS = Set.of("date", "date-time");

    private static final Set<String> TELLING_WORDS =
            Set.of(
                    "name",
                    "names",
                    "surname",
                    "nickname",
                    "username",
                    "firstname",
                    "lastname",
                    "given",
                    "family",
                    "title",
                    "mail",
                    "email",
                    "address",
                    "street",
                    "city",
                    "phone",
                    "mobile",
                    "birth",
                    "birthday",
                    "age",
                    "gender",
                    "salary",
                    "photo",
                    "picture",
                    "avatar",
                    "url",
                    "link",
                    "text",
                    "word",
                    "words",
                    "note",
                    "notes",
                    "comment",
                    "comments",
                    "message",
                    "subject",
                    "description",
                    "content",
                    "answer",
                    "body",
                    "remark",
                    "summary");

    private static final Pattern CHARACTER_CLASS = Pattern.compile("\\[[^\\]]*]");

    private Confidentiality() {}

    /** Where a schema admits what must not leave the house; empty if nowhere. */
    static List<String> leaks(JsonNode schema) {
        List<String> leaks = new ArrayList<>();
        walk("", schema, leaks);
        return leaks;
    }

    private static void walk(String at, JsonNode schema, List<String> leaks) {
        for (String keyword : schema.propertyNames()) {
            if (!KNOWN_KEYWORDS.contains(keyword)) {
                leaks.add(at + ": nobody judged the keyword " + keyword);
            }
        }
        switch (schema.path("type").asString("")) {
            case "object" -> walkObject(at, schema.path("properties"), leaks);
            case "array" -> walk(at + "/items", schema.path("items"), leaks);
            case "string" -> judgeText(at, schema, leaks);
            case "integer", "number" -> {
                if (!schema.path("minimum").isNumber() || !schema.path("maximum").isNumber()) {
                    leaks.add(at + ": a number without bounds");
                }
            }
            case "boolean" -> {
                // Says nothing that its property's name does not say.
            }
            default -> leaks.add(at + ": a value of any type");
        }
    }

    private static void walkObject(String at, JsonNode properties, List<String> leaks) {
        if (properties.isEmpty()) {
            leaks.add(at + ": an object without properties");
        }
        for (String name : properties.propertyNames()) {
            String property = at + "/" + name;
            for (String word : name.split("(?=[A-Z])|[_-]")) {
                if (TELLING_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                    leaks.add(property + ": named after " + word.toLowerCase(Locale.ROOT));
                }
            }
            walk(property, properties.get(name), leaks);
        }
    }

    private static void judgeText(String at, JsonNode schema, List<String> leaks) {
        boolean closed = !schema.path("enum").isEmpty();
        boolean date = FORMATS.contains(schema.path("format").asString(""));
        String pattern = schema.path("pattern").asString("");
        if (pattern.isEmpty() && !closed && !date) {
            leaks.add(at + ": a text without pattern, enum or date format");
        } else if (!pattern.isEmpty() && !admitsCodesOnly(pattern)) {
            leaks.add(at + ": the pattern admits more than a code: " + pattern);
        }
    }

    /**
     * Whether a pattern is anchored, bounded in length, and made of letters, digits and the signs
     * {@code _ - + / :} only. It may use classes, groups, alternatives and counted repeats: nothing
     * whose extent would not be plain to see in every dialect of regular expressions.
     */
    static boolean admitsCodesOnly(String pattern) {
        Matcher classes = CHARACTER_CLASS.matcher(pattern);
        boolean plainClasses =
                classes.results().allMatch(match -> classAdmitsCodesOnly(match.group()));
        String rest = classes.replaceAll("c");
        return plainClasses
                && !withoutGroups(rest).contains("|")
                && rest.matches("\\^([A-Za-z0-9_/:|()-]|\\{[0-9]+(,[0-9]+)?})+\\$");
    }

    /**
     * What is left is anchored only if it has no alternatives: {@code ^a|b$} admits any b at all.
     */
    private static String withoutGroups(String pattern) {
        String outside = pattern.replaceAll("\\([^()]*\\)", "");
        return outside.equals(pattern) ? pattern : withoutGroups(outside);
    }

    private static boolean classAdmitsCodesOnly(String characterClass) {
        Pattern one = Pattern.compile(characterClass);
        return !characterClass.contains("\\")
                && IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .mapToObj(Character::toString)
                        .filter(character -> one.matcher(character).matches())
                        .allMatch(character -> character.matches("[A-Za-z0-9_/:+-]"));
    }
}
