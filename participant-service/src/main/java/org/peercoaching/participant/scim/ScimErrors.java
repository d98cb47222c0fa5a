package org.peercoaching.participant.scim;

import com.mongodb.MongoException;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.ErrorResponse;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong, as RFC 7644, 3.12, wants it said. */
@RestControllerAdvice(assignableTypes = ScimController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScimErrors {

    private static final Logger log = LoggerFactory.getLogger(ScimErrors.class);

    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;
    private static final int FAULT = 500;

    @ExceptionHandler
    ResponseEntity<byte[]> scim(ScimException e) {
        return answer(e.getScimError());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> invalid(InvalidUser e) {
        return answer(e.why().getScimError());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(RefusedException e) {
        Refusal refusal = e.refusal();
        return switch (refusal.kind()) {
            case INVALID ->
                    answer(BAD_REQUEST, BadRequestException.INVALID_VALUE, refusal.advice());
            case CONFLICT -> answer(409, BadRequestException.UNIQUENESS, refusal.advice());
            case NOT_FOUND -> answer(404, null, refusal.advice());
            case FORBIDDEN -> answer(403, null, refusal.advice());
            case STALE -> answer(412, null, refusal.advice());
            case UNAVAILABLE -> answer(UNAVAILABLE, null, refusal.advice());
        };
    }

    /** A parameter that is no number, or no body. */
    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        HttpMessageNotReadableException.class
    })
    ResponseEntity<byte[]> unreadable() {
        return answer(
                BAD_REQUEST,
                BadRequestException.INVALID_VALUE,
                "A parameter is not what RFC 7644 asks for, or the body is missing.");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> storeAway(MongoException e) {
        log.atWarn()
                .addKeyValue("cause", e.getClass().getSimpleName())
                .log("The store did not answer a request");
        return answer(UNAVAILABLE, null, "The store does not answer. Try again.");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> fault(RuntimeException e) {
        log.atError().setCause(e).log("A request failed");
        return answer(FAULT, null, "Something went wrong on our side. Try again.");
    }

    private static ResponseEntity<byte[]> answer(
            int status, @Nullable String scimType, String detail) {
        ErrorResponse error = new ErrorResponse(status);
        error.setScimType(scimType);
        error.setDetail(detail);
        return answer(error);
    }

    private static ResponseEntity<byte[]> answer(ErrorResponse error) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(error.getStatus()).contentType(ScimController.SCIM);
        if (error.getStatus() == UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
        }
        return answer.body(Json.write(error));
    }
}
