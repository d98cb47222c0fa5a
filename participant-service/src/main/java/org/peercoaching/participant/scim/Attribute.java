package org.peercoaching.participant.scim;

import com.unboundid.scim2.common.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What can be asked for in a filter or an order, and where the directory keeps it. */
enum Attribute {
    ID("id", "_id", Kind.EXACT),
    EXTERNAL_ID("externalId", "state.externalId", Kind.EXACT),
    USER_NAME("userName", "state.login", Kind.EXACT),
    DISPLAY_NAME("displayName", "state.name.formatted", Kind.TEXT),
    FORMATTED("name.formatted", "state.name.formatted", Kind.TEXT),
    GIVEN_NAME("name.givenName", "state.name.given", Kind.TEXT),
    FAMILY_NAME("name.familyName", "state.name.family", Kind.TEXT),
    EMAILS("emails", "state.email", Kind.TEXT),
    EMAIL("emails.value", "state.email", Kind.TEXT),
    ACTIVE("active", "state.standing", Kind.ACTIVE),
    TIMEZONE("timezone", "state.work.zone", Kind.TEXT),
    CREATED("meta.created", "state.created", Kind.TIME),
    LAST_MODIFIED("meta.lastModified", "state.changed", Kind.TIME),
    DEPARTMENT(Schemas.ENTERPRISE, "department", "state.work.unit", Kind.TEXT),
    MANAGER(Schemas.ENTERPRISE, "manager", "state.work.managerId", Kind.EXACT),
    MANAGER_ID(Schemas.ENTERPRISE, "manager.value", "state.work.managerId", Kind.EXACT),
    ORG_UNIT(Schemas.WORK, "orgUnit", "state.work.unit", Kind.EXACT),
    LEVEL(Schemas.WORK, "level", "state.work.level", Kind.NUMBER),
    LANGUAGES(Schemas.WORK, "languages", "state.work.languages", Kind.TEXT);

    /** How values are compared. */
    enum Kind {
        /** A text in which upper and lower case differ. */
        EXACT,
        /** A text in which they do not. */
        TEXT,
        NUMBER,
        TIME,
        ACTIVE
    }

    private final String schema;
    private final String name;
    private final List<String> names;
    private final String field;
    private final Kind kind;

    Attribute(String name, String field, Kind kind) {
        this(Schemas.USER, name, field, kind);
    }

    Attribute(String schema, String name, String field, Kind kind) {
        this.schema = schema;
        this.name = name;
        this.names = List.of(name.toLowerCase(Locale.ROOT).split("\\."));
        this.field = field;
        this.kind = kind;
    }

    /** The field of a stored person. */
    String field() {
        return field;
    }

    Kind kind() {
        return kind;
    }

    /** What can be asked for, for people. */
    static String listed() {
        return Arrays.stream(values())
                .map(one ->
                        one.schema.equals(Schemas.USER) ? one.name : one.schema + ":" + one.name)
                .collect(Collectors.joining(", "));
    }

    /**
     * The attribute of a path without value filters; names are the same in upper and lower case.
     */
    static Optional<Attribute> of(Path path) {
        String urn = path.getSchemaUrn() == null ? Schemas.USER : path.getSchemaUrn();
        List<String> names =
                StreamSupport.stream(path.spliterator(), false)
                        .map(element -> element.getAttribute().toLowerCase(Locale.ROOT))
                        .toList();
        return Arrays.stream(values())
                .filter(one -> one.schema.equalsIgnoreCase(urn) && one.names.equals(names))
                .findFirst();
    }
}
