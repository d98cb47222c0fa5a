package org.peercoaching.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.peercoaching.kit.aggregate.Ids;

/** What was asked, as a hash: method, path and body. */
final class BodyHash {

    private static final String ATTRIBUTE = BodyHash.class.getName();

    private BodyHash() {}

    static void keep(HttpServletRequest request, byte[] body) {
        request.setAttribute(ATTRIBUTE, new String(body, StandardCharsets.ISO_8859_1));
    }

    static String of(HttpServletRequest request) {
        Object body = request.getAttribute(ATTRIBUTE);
        return Ids.derived(
                "body",
                request.getMethod(),
                request.getRequestURI(),
                body instanceof String text ? text : "");
    }
}
