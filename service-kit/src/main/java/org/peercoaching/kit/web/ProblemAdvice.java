package org.peercoaching.kit.web;

import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what goes wrong in a controller into a problem. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

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
        return answer(
                invalidParameter(
                        e.getConstraintViolations().stream()
                                .map(violation -> error(lastOf(violation), violation.getMessage()))
                                .toList()));
    }

    private static ProblemDetail invalidParameter(List<Map<String, String>> errors) {
        return withErrors(
                "invalid-parameter",
                "A parameter is missing, wrong or out of bounds: see errors.",
                errors);
    }

    private static ProblemDetail withErrors(
            String code, String advice, List<Map<String, String>> errors) {
        ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, code, advice);
        problem.setProperty("errors", errors);
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Map<String, String>> ofBody =
                e.getBeanResults().stream()
                        .flatMap(body -> body.getFieldErrors().stream())
                        .map(ProblemAdvice::error)
                        .toList();
        if (!ofBody.isEmpty()) {
            return ResponseEntity.badRequest().body(invalidBody(ofBody));
        }
        return ResponseEntity.badRequest()
                .body(
                        invalidParameter(
                                e.getValueResults().stream().map(ProblemAdvice::error).toList()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ResponseEntity.badRequest()
                .body(
                        invalidParameter(
                                List.of(
                                        error(
                                                String.valueOf(e.getPropertyName()),
                                                "has the wrong type or form"))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ResponseEntity.badRequest()
                .body(invalidParameter(List.of(error(e.getParameterName(), "is missing"))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ResponseEntity.badRequest()
                .body(invalidBody(e.getFieldErrors().stream().map(ProblemAdvice::error).toList()));
    }

    private static ProblemDetail invalidBody(List<Map<String, String>> errors) {
        return withErrors("invalid-body", "Some fields are not valid: see errors.", errors);
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
            case UnrecognizedPropertyException unknown ->
                    withErrors(
                            "unknown-field",
                            "The body has a field that is not known here: see errors.",
                            List.of(error(path(unknown), "is not known")));
            case JacksonException wrong when !isBroken(wrong) && !wrong.getPath().isEmpty() ->
                    withErrors(
                            "wrong-type",
                            "A field has a value of the wrong type or form: see errors.",
                            List.of(error(path(wrong), "has the wrong type or form")));
            case null, default ->
                    Problems.of(
                            HttpStatus.BAD_REQUEST,
                            "not-json",
                            "The body is not the JSON that this expects. See the API description for its form.");
        };
    }

    /** What breaks off or goes wrong inside a list has a path, too. */
    private static boolean isBroken(JacksonException e) {
        return e instanceof StreamReadException && !(e instanceof InputCoercionException);
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
            // The framework's own words repeat what the client sent.
            problem.setDetail(
                    "The request does not fit what this takes. See the API description for paths, methods and types.");
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
            answer.header(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
        }
        return answer.body(problem);
    }

    private static Map<String, String> error(FieldError error) {
        String message = error.getDefaultMessage();
        return error(error.getField(), message == null ? "is not valid" : message);
    }

    private static Map<String, String> error(ParameterValidationResult result) {
        return error(
                String.valueOf(result.getMethodParameter().getParameterName()),
                result.getResolvableErrors().stream()
                        .map(MessageSourceResolvable::getDefaultMessage)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("is not valid"));
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
