package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the server says of itself (RFC 7644, 4). */
final class Schemas {

    /** Where the resources are. */
    static final String BASE = "/api/participant/v1/scim/v2";

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String WORK = "urn:peercoaching:params:scim:schemas:extension:work:1.0:User";

    private static final ArrayNode ALL = (ArrayNode) read("schemas");
    private static final ArrayNode RESOURCE_TYPES = (ArrayNode) read("resource-types");
    private static final ObjectNode CONFIG = (ObjectNode) read("service-provider-config");

    private Schemas() {}

    static ArrayNode all() {
        return ALL.deepCopy();
    }

    static ArrayNode resourceTypes() {
        return RESOURCE_TYPES.deepCopy();
    }

    static ObjectNode serviceProviderConfig() {
        return CONFIG.deepCopy();
    }

    /**
     * One of a list, by its id.
     *
     * @throws ResourceNotFoundException if there is none
     */
    static ObjectNode one(ArrayNode list, String id) throws ResourceNotFoundException {
        for (JsonNode node : list) {
            if (node.path("id").asText().equalsIgnoreCase(id)) {
                return (ObjectNode) node;
            }
        }
        throw new ResourceNotFoundException("There is none with this id.");
    }

    private static JsonNode read(String name) {
        try (InputStream file = Schemas.class.getResourceAsStream("/scim/" + name + ".json")) {
            return JsonUtils.getObjectReader().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
