package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.SchemaUtils;
import java.beans.IntrospectionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes a user may have: those of RFC 7643, kept or not, and ours. Directories send
 * telephone numbers and titles unless somebody tells them not to; what is in no schema is a mistake
 * and is refused.
 */
final class Shape {

    /** What only the server says. */
    private static final Set<String> READ_ONLY = caseless(List.of("id", "meta", "groups"));

    /** By schema and attribute: the sub-attributes, none where it is simple. */
    private static final Map<String, Map<String, Set<String>>> KNOWN = known();

    private Shape() {}

    /**
     * Looks at a whole user.
     *
     * @throws BadRequestException {@code invalidSyntax} if the schemas are others, or an attribute
     *     is in none of them
     */
    static void check(ObjectNode user) throws BadRequestException {
        if (Stream.of(user.path("schemas"))
                .flatMap(urns -> Stream.iterate(0, i -> i < urns.size(), i -> i + 1).map(urns::get))
                .noneMatch(urn -> Schemas.USER.equalsIgnoreCase(urn.asText()))) {
            throw BadRequestException.invalidSyntax("schemas must name " + Schemas.USER + ".");
        }
        for (JsonNode urn : user.path("schemas")) {
            if (!KNOWN.containsKey(urn.asText())) {
                throw BadRequestException.invalidSyntax(
                        "schemas names one that users here do not have. See /Schemas.");
            }
        }
        for (String name : names(user)) {
            if (KNOWN.containsKey(name)) {
                check(name, user.path(name));
            } else {
                check(Schemas.USER, name, user.path(name));
            }
        }
    }

    private static void check(String schema, JsonNode extension) throws BadRequestException {
        for (String name : names(extension)) {
            check(schema, name, extension.path(name));
        }
    }

    private static void check(String schema, String name, JsonNode value)
            throws BadRequestException {
        Set<String> inside = inside(schema, name);
        if (inside == null) {
            throw unknown(BadRequestException.INVALID_SYNTAX);
        }
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (!inside.isEmpty() && !inside.containsAll(names(one))) {
                throw unknown(BadRequestException.INVALID_SYNTAX);
            }
        }
    }

    /**
     * Looks at what a patch is about.
     *
     * @throws BadRequestException {@code invalidPath} if it is in no schema, {@code mutability} if
     *     only the server says it
     */
    static void check(Path path) throws BadRequestException {
        String schema = path.getSchemaUrn() == null ? Schemas.USER : path.getSchemaUrn();
        if (!KNOWN.containsKey(schema)) {
            throw unknown(BadRequestException.INVALID_PATH);
        }
        if (path.size() == 0) {
            return;
        }
        String name = path.getElement(0).getAttribute();
        Set<String> inside = inside(schema, name);
        if (inside == null
                || path.size() > 2
                || path.size() == 2 && !inside.contains(path.getElement(1).getAttribute())) {
            throw unknown(BadRequestException.INVALID_PATH);
        }
        if (READ_ONLY.contains(name)) {
            throw BadRequestException.mutability("Only the server says this.");
        }
    }

    private static @Nullable Set<String> inside(String schema, String name) {
        return KNOWN.getOrDefault(schema, Map.of()).get(name);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static BadRequestException unknown(String scimType) {
        return new BadRequestException(
                "Users have no such attribute. See /Schemas; those of RFC 7643 may be sent, too.",
                scimType);
    }

    private static Map<String, Map<String, Set<String>>> known() {
        try {
            Map<String, Set<String>> user = names(SchemaUtils.getAttributes(UserResource.class));
            user.putAll(names(SchemaUtils.COMMON_ATTRIBUTE_DEFINITIONS));
            Map<String, Set<String>> work = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            Schemas.one(Schemas.all(), Schemas.WORK)
                    .path("attributes")
                    .forEach(attribute -> work.put(attribute.path("name").asText(), Set.of()));
            Map<String, Map<String, Set<String>>> known =
                    new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            known.put(Schemas.USER, user);
            known.put(
                    Schemas.ENTERPRISE,
                    names(SchemaUtils.getAttributes(EnterpriseUserExtension.class)));
            known.put(Schemas.WORK, work);
            return known;
        } catch (IntrospectionException | com.unboundid.scim2.common.exceptions.ScimException e) {
            throw new IllegalStateException("The library's schemas and ours can be read", e);
        }
    }

    private static Map<String, Set<String>> names(Collection<AttributeDefinition> attributes) {
        Map<String, Set<String>> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (AttributeDefinition attribute : attributes) {
            Collection<AttributeDefinition> inside = attribute.getSubAttributes();
            names.put(
                    attribute.getName(),
                    caseless(
                            inside == null
                                    ? List.of()
                                    : inside.stream().map(AttributeDefinition::getName).toList()));
        }
        return names;
    }

    private static Set<String> caseless(Collection<String> names) {
        Set<String> caseless = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        caseless.addAll(names);
        return caseless;
    }
}
