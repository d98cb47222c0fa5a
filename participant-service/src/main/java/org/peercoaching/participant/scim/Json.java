package org.peercoaching.participant.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** JSON as the SCIM library has it. */
final class Json {

    private Json() {}

    /**
     * A body as an object.
     *
     * @throws BadRequestException {@code invalidSyntax} if it is none
     */
    static ObjectNode object(byte[] body) throws BadRequestException {
        try {
            if (JsonUtils.getObjectReader().readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw invalid(e);
        }
        throw BadRequestException.invalidSyntax("Send a JSON object.");
    }

    /**
     * A tree as one of the library's messages.
     *
     * @throws ScimException if it is none; what the library says of it
     */
    static <T> T read(JsonNode tree, Class<T> type) throws ScimException {
        try {
            return Objects.requireNonNull(JsonUtils.nodeToValue(tree, type));
        } catch (JsonProcessingException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ScimException why) {
                    throw why;
                }
            }
            throw invalid(e);
        }
    }

    static byte[] write(Object value) {
        try {
            return JsonUtils.getObjectWriter().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BadRequestException invalid(IOException cause) {
        return new BadRequestException(
                "The body is not what RFC 7644 asks for here.",
                BadRequestException.INVALID_SYNTAX,
                cause);
    }
}
