package org.peercoaching.testkit.browser;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Finds the browser once for a run, lends it to the tests and closes it in the end. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final Namespace RUN = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return of(context).isRunning()
                ? ConditionEvaluationResult.enabled("There is a browser")
                : ConditionEvaluationResult.disabled(BrowserTest.SKIPPED);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context).browser();
    }

    private static SharedBrowser of(ExtensionContext context) {
        return context.getRoot()
                .getStore(RUN)
                .computeIfAbsent(
                        SharedBrowser.class,
                        key -> {
                            SharedBrowser browser = SharedBrowser.launch();
                            if (!browser.isRunning()) {
                                System.out.println(BrowserTest.SKIPPED);
                            }
                            return browser;
                        },
                        SharedBrowser.class);
    }
}
