package org.peercoaching.kit.observe;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/**
 * Stack traces without the exceptions' messages: those quote values, such as a field that could not
 * be parsed or a key that was there already, and logs have no content of people's.
 */
public final class QuietStackTraces implements StackTracePrinter {

    private final StackTracePrinter printer =
            StandardStackTracePrinter.rootLast()
                    .withFormatter(failure -> failure.getClass().getName());

    @Override
    public void printStackTrace(Throwable failure, Appendable to) throws IOException {
        printer.printStackTrace(failure, to);
    }
}
