package org.peercoaching.local.issuer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page where a demonstration person signs in: it offers all of them, and says the password. */
@RestController
class SignInPage {

    static final String PATH = "/auth/login";

    private final String template;
    private final String options;

    SignInPage(Accounts accounts) throws IOException {
        try (InputStream file = SignInPage.class.getResourceAsStream("/sign-in.html")) {
            template =
                    new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("{{password}}", Account.PASSWORD);
        }
        options =
                accounts.all().stream()
                        .map(account ->
                                "<option value=\"%s\">%s</option>"
                                        .formatted(
                                                HtmlUtils.htmlEscape(account.login()),
                                                HtmlUtils.htmlEscape(account.name())))
                        .collect(Collectors.joining("\n"));
    }

    /** Spring Security comes back here with {@code ?error} when login and password do not fit. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    String page(CsrfToken csrf, @RequestParam(required = false) String error) {
        return template.replace("{{csrfName}}", csrf.getParameterName())
                .replace("{{csrf}}", csrf.getToken())
                .replace(
                        "{{error}}",
                        error == null
                                ? ""
                                : "<p role=\"alert\">This login and this password do not fit together.</p>")
                .replace("{{accounts}}", options);
    }
}
