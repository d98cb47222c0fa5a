package org.peercoaching.analytics.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes answers as CSV to whoever prefers it. */
@Component
class CsvConverter extends AbstractHttpMessageConverter<Answer> {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    CsvConverter() {
        super(StandardCharsets.UTF_8, CSV);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Answer.class;
    }

    @Override
    protected void addDefaultHeaders(
            HttpHeaders headers, Answer answer, @Nullable MediaType contentType)
            throws IOException {
        super.addDefaultHeaders(headers, answer, CSV);
        headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.csv\"");
    }

    @Override
    protected void writeInternal(Answer answer, HttpOutputMessage message) throws IOException {
        message.getBody().write(CsvAnswer.of(answer).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Answer readInternal(Class<? extends Answer> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Answers are only written", message);
    }
}
