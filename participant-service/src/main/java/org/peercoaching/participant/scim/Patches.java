package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads patches (RFC 7644, 3.5.2), also in the ways in which directories are known to send them.
 */
final class Patches {

    private static final String OPERATIONS = "Operations";

    private Patches() {}

    /**
     * The patch that a body is.
     *
     * @throws ScimException in the RFC's words if it is none, or is about what users do not have
     */
    static PatchRequest of(ObjectNode request) throws ScimException {
        ObjectNode plain = request.deepCopy();
        ArrayNode operations = JsonUtils.getJsonNodeFactory().arrayNode();
        for (JsonNode operation : request.path(OPERATIONS)) {
            if (operation instanceof ObjectNode object) {
                add(object.deepCopy(), operations);
            }
        }
        plain.set(OPERATIONS, operations);
        PatchRequest patch = Json.read(plain, PatchRequest.class);
        for (PatchOperation operation : patch) {
            if (operation.getPath() != null) {
                Shape.check(operation.getPath());
            }
        }
        return patch;
    }

    private static void add(ObjectNode operation, ArrayNode operations) throws ScimException {
        String path = operation.path("path").textValue();
        boolean remove = "remove".equalsIgnoreCase(operation.path("op").asText());
        if (path == null && remove) {
            throw BadRequestException.noTarget("Say by a path what is to be removed.");
        }
        if (path != null) {
            if ("add".equalsIgnoreCase(operation.path("op").asText()) && isSingle(path)) {
                // What has one value is replaced by adding (RFC 7644, 3.5.2.1).
                operation.put("op", "replace");
            }
            operations.add(operation);
            return;
        }
        if (operation.path("value") instanceof ObjectNode value) {
            for (String name : pathsIn(value)) {
                operations.add(
                        operation
                                .objectNode()
                                .put("op", "replace")
                                .put("path", name)
                                .set("value", value.remove(name)));
            }
            if (value.isEmpty()) {
                return;
            }
        }
        operations.add(operation);
    }

    /** Entra ID names paths where names of attributes are expected. */
    private static List<String> pathsIn(ObjectNode value) {
        List<String> paths = new ArrayList<>();
        value.fieldNames()
                .forEachRemaining(name -> {
                    boolean extension =
                            name.equalsIgnoreCase(Schemas.USER)
                                    || name.equalsIgnoreCase(Schemas.ENTERPRISE)
                                    || name.equalsIgnoreCase(Schemas.WORK);
                    if (!extension && (name.indexOf('.') >= 0 || name.indexOf('[') >= 0)) {
                        paths.add(name);
                    }
                });
        return paths;
    }

    /** Whether a path leads to one value: all that are kept, but for lists as wholes. */
    private static boolean isSingle(String path) throws BadRequestException {
        Path parsed = Path.fromString(path);
        if (parsed.size() == 0) {
            return false;
        }
        Path.Element last = parsed.getLastElement();
        boolean list =
                parsed.size() == 1
                        && (last.getAttribute().equalsIgnoreCase("emails")
                                || last.getAttribute().equalsIgnoreCase("languages"));
        return !list && isOfWork(parsed.getElement(0).getValueFilter());
    }

    /** The one address that is kept is for work: another is added. */
    private static boolean isOfWork(@Nullable Filter filter) {
        return filter == null || filter.toString().equalsIgnoreCase("type eq \"work\"");
    }
}
