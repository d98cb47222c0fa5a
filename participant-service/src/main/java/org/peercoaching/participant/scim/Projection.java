package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which attributes somebody wants to see (RFC 7644, 3.9); an id is always shown. */
final class Projection {

    private static final Set<String> ALWAYS = Set.of("id", "schemas");

    private final List<Path> wanted;
    private final List<Path> unwanted;

    private Projection(List<Path> wanted, List<Path> unwanted) {
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    /**
     * A projection.
     *
     * @param attributes to be shown alone; none for all
     * @param excluded to be left out
     */
    static Projection of(@Nullable Set<String> attributes, @Nullable Set<String> excluded)
            throws ScimException {
        return new Projection(paths(attributes), paths(excluded));
    }

    private static List<Path> paths(@Nullable Set<String> names) throws ScimException {
        List<Path> paths = new ArrayList<>();
        for (String name : names == null ? Set.<String>of() : names) {
            Path path = Path.fromString(name.strip());
            paths.add(Schemas.USER.equalsIgnoreCase(path.getSchemaUrn()) ? plain(path) : path);
        }
        return paths;
    }

    private static Path plain(Path path) {
        Path plain = Path.root();
        for (Path.Element element : path) {
            plain = plain.attribute(element.getAttribute());
        }
        return plain;
    }

    ObjectNode of(ObjectNode user) throws ScimException {
        ObjectNode shown = wanted.isEmpty() ? user : only(user);
        for (Path path : unwanted) {
            if (!ALWAYS.contains(path.toString().toLowerCase(Locale.ROOT))) {
                JsonUtils.removeValues(path, shown);
            }
        }
        return shown;
    }

    private ObjectNode only(ObjectNode user) throws ScimException {
        ObjectNode shown = JsonUtils.getJsonNodeFactory().objectNode();
        ALWAYS.forEach(name -> shown.set(name, user.path(name)));
        for (Path path : wanted) {
            if (JsonUtils.pathExists(path, user)) {
                JsonNode value = JsonUtils.getValue(path, user);
                JsonUtils.replaceValue(path, shown, value);
            }
        }
        return shown;
    }
}
