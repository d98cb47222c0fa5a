package org.peercoaching.kit.web;

import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what goes wrong in a controller into a problem. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final String RETRY_AFTER_SECONDS = "1";

    /** A business refusal. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException e) {
        return answer(Problems.of(e.refusal()));
    }

    /** The store is away. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> storeAway(MongoException e) {
        log.atWarn()
                .addKeyValue("cause", e.getClass().getSimpleName())
                .log("The store did not answer a request");
        return answer(
                Problems.of(
                        Refusal.unavailable(
                                "store-away",
                                "The store does not answer. Try again with the same Idempotency-Key: it takes effect once.")));
    }

    /** A fault of ours. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(RuntimeException e) {
        log.atError().setCause(e).log("A request failed");
        return answer(
                Problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "fault",
                        "Something went wrong on our side. Try again with the same Idempotency-Key: it takes effect once."));
    }

    /** A parameter breaks its bounds. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> violated(ConstraintViolationException e) {
        ProblemDetail problem =
                Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-parameter",
                        "A parameter is out of bounds: see errors.");
        problem.setProperty(
                "errors",
                e.getConstraintViolations().stream()
                        .map(violation -> error(lastOf(violation), violation.getMessage()))
                        .toList());
        return answer(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem =
                Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-body",
                        "Some fields are not valid: see errors.");
        problem.setProperty(
                "errors", e.getFieldErrors().stream().map(ProblemAdvice::error).toList());
        return ResponseEntity.badRequest().body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ResponseEntity.badRequest().body(unreadable(e));
    }

    private static ProblemDetail unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> {
                ProblemDetail problem =
                        Problems.of(
                                HttpStatus.BAD_REQUEST,
                                "unknown-field",
                                "The body has a field that is not known here: see errors.");
                problem.setProperty("errors", List.of(error(path(unknown), "is not known")));
                yield problem;
            }
            case JacksonException wrong when !wrong.getPath().isEmpty() -> {
                ProblemDetail problem =
                        Problems.of(
                                HttpStatus.BAD_REQUEST,
                                "wrong-type",
                                "A field has a value of the wrong type or form: see errors.");
                problem.setProperty(
                        "errors", List.of(error(path(wrong), "has the wrong type or form")));
                yield problem;
            }
            case null, default ->
                    Problems.of(
                            HttpStatus.BAD_REQUEST,
                            "not-json",
                            "The body is not the JSON that this expects.");
        };
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem
                && (problem.getProperties() == null
                        || !problem.getProperties().containsKey("code"))) {
            String code = codeOf(status);
            problem.setType(java.net.URI.create("urn:peercoaching:problem:" + code));
            problem.setProperty("code", code);
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static String codeOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(problem);
    }

    private static Map<String, String> error(FieldError error) {
        String message = error.getDefaultMessage();
        return error(error.getField(), message == null ? "is not valid" : message);
    }

    private static Map<String, String> error(String field, String message) {
        return Map.of("field", field, "message", message);
    }

    private static String lastOf(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Where in the body, such as {@code steps[2].text}. */
    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
