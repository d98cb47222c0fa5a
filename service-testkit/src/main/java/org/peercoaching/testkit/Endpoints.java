package org.peercoaching.testkit;

import static java.util.stream.Collectors.toCollection;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a service serves, for tests that must not forget an endpoint. */
public final class Endpoints {

    private Endpoints() {}

    /**
     * All endpoints of the API, without its description.
     *
     * @return method and path, such as {@code GET /api/session/v1/sessions/{id}}
     */
    public static Set<String> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping ->
                        mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/"))
                                .filter(path -> !path.contains("/openapi"))
                                .flatMap(path ->
                                        mapping.getMethodsCondition().getMethods().stream()
                                                .map(method -> method + " " + path)))
                .collect(toCollection(TreeSet::new));
    }
}
