package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.messages.SearchRequest;
import com.unboundid.scim2.common.messages.SortOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads search requests (RFC 7644, 3.4.3), also where lists come as one text, as in a query. */
final class Searches {

    private Searches() {}

    static SearchRequest of(ObjectNode body) throws BadRequestException {
        return new SearchRequest(
                names(body.path("attributes")),
                names(body.path("excludedAttributes")),
                body.path("filter").textValue(),
                body.path("sortBy").textValue(),
                order(body.path("sortOrder").textValue()),
                number(body.path("startIndex")),
                number(body.path("count")));
    }

    /** The order of a word; ascending where it is none, as where nothing is said. */
    static SortOrder order(@Nullable String word) {
        return "descending".equalsIgnoreCase(word) ? SortOrder.DESCENDING : SortOrder.ASCENDING;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            for (String name : one.asText().split(",")) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    private static @Nullable Integer number(JsonNode node) throws BadRequestException {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.canConvertToInt()) {
            throw BadRequestException.invalidValue("startIndex and count must be numbers.");
        }
        return node.intValue();
    }
}
