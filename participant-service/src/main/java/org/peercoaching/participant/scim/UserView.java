package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.participant.directory.Person;
import org.peercoaching.participant.directory.Work;

/** A person as a user resource. */
final class UserView {

    private UserView() {}

    /** The resource, with its meta attributes. */
    static ObjectNode of(Versioned<Person> person) {
        ObjectNode user = of(person.state());
        ObjectNode meta = user.putObject("meta");
        meta.put("resourceType", "User");
        put(meta, "created", person.state().created());
        put(meta, "lastModified", person.state().changed());
        meta.put("location", location(person.id()));
        meta.put("version", version(person));
        return user;
    }

    /** What can be said of a person, without meta attributes. */
    static ObjectNode of(Person person) {
        ObjectNode user = JsonUtils.getJsonNodeFactory().objectNode();
        user.putArray("schemas").add(Schemas.USER).add(Schemas.ENTERPRISE).add(Schemas.WORK);
        user.put("id", person.participantId());
        if (!person.externalId().equals(person.participantId())) {
            user.put("externalId", person.externalId());
        }
        user.put("userName", person.login());
        ObjectNode name = user.putObject("name");
        name.put("formatted", person.name().formatted());
        put(name, "givenName", person.name().given());
        put(name, "familyName", person.name().family());
        user.put("displayName", person.name().formatted());
        user.put("active", person.active());
        user.putArray("emails")
                .addObject()
                .put("value", person.email())
                .put("type", "work")
                .put("primary", true);
        put(user, "timezone", person.work().zone());
        putWork(user, person.work());
        return user;
    }

    private static void putWork(ObjectNode user, Work work) {
        ObjectNode enterprise = JsonUtils.getJsonNodeFactory().objectNode();
        enterprise.put("department", work.unit());
        if (work.managerId() != null) {
            enterprise
                    .putObject("manager")
                    .put("value", work.managerId())
                    .put("$ref", location(work.managerId()));
        }
        user.set(Schemas.ENTERPRISE, enterprise);
        ObjectNode ours = JsonUtils.getJsonNodeFactory().objectNode();
        ours.put("orgUnit", work.unit());
        if (work.level() != null) {
            ours.put("level", work.level());
        }
        if (!work.languages().isEmpty()) {
            user.put("preferredLanguage", work.languages().getFirst());
            ArrayNode languages = ours.putArray("languages");
            work.languages().forEach(languages::add);
        }
        user.set(Schemas.WORK, ours);
    }

    /** Where a user is. */
    static String location(String id) {
        return Schemas.BASE + "/Users/" + id;
    }

    /** The version of a user: what {@code ETag} says, too. */
    static String version(Versioned<Person> person) {
        return "W/\"" + person.version() + "\"";
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value instanceof Instant || value instanceof String) {
            node.put(name, value.toString());
        }
    }
}
