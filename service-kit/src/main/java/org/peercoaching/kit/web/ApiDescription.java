package org.peercoaching.kit.web;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.peercoaching.kit.security.Caller;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.http.HttpHeaders;

/** What the served OpenAPI description says of the parameters that the kit itself reads. */
final class ApiDescription {

    private ApiDescription() {}

    /**
     * Leaves out what is no parameter of the client, and describes the headers behind {@link
     * Command}.
     */
    static OperationCustomizer describingCommands() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Command.class);
        return (operation, method) -> {
            boolean changes =
                    Arrays.stream(method.getMethodParameters())
                            .anyMatch(parameter -> parameter.getParameterType() == Command.class);
            if (changes) {
                operation.addParametersItem(
                        header(
                                Commands.IDEMPOTENCY_KEY,
                                "Names this request: sent again with the same key, it takes effect once."));
                operation.addParametersItem(
                        header(
                                HttpHeaders.IF_MATCH,
                                "The ETag that you read: refused with 412 if it changed since."));
            }
            return operation;
        };
    }

    private static HeaderParameter header(String name, String description) {
        HeaderParameter header = new HeaderParameter();
        header.setName(name);
        header.setDescription(description);
        header.setRequired(false);
        header.setSchema(new StringSchema());
        return header;
    }
}
