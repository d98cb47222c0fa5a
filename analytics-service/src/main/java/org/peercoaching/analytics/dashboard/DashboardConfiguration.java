package org.peercoaching.analytics.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.peercoaching.kit.security.OpenPaths;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where the page is, who may fetch it, and what it may do in a browser. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration implements WebMvcConfigurer {

    private static final String PAGE = "/dashboards/";
    private static final String LIBRARIES = PAGE + "lib/**";

    /** Nothing from elsewhere, nothing inline, nobody's frame. */
    private static final String POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self'",
                    "connect-src 'self'",
                    "base-uri 'none'",
                    "form-action 'none'",
                    "frame-ancestors 'none'");

    @Bean
    OpenPaths openDashboard() {
        return new OpenPaths(List.of("/dashboards", PAGE + "**"));
    }

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> dashboardPolicy() {
        FilterRegistrationBean<HeaderWriterFilter> filter =
                new FilterRegistrationBean<>(
                        new HeaderWriterFilter(
                                List.of(
                                        new ContentSecurityPolicyHeaderWriter(POLICY),
                                        // The address holds the filters and, for a moment, a code.
                                        new ReferrerPolicyHeaderWriter(
                                                ReferrerPolicy.NO_REFERRER))));
        filter.addUrlPatterns(PAGE + "*");
        return filter;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/dashboards", PAGE);
        registry.addViewController(PAGE).setViewName("forward:" + PAGE + "index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, LIBRARIES, "classpath:/META-INF/resources/webjars/");
        serve(registry, PAGE + "**", "classpath:/static/dashboards/");
    }

    /**
     * A browser asks each time and gets a file again only when its content changed. Not by the
     * date: in a reproducible build all files are of the same second for ever.
     */
    private static void serve(ResourceHandlerRegistry registry, String paths, String location) {
        registry.addResourceHandler(paths)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(DashboardConfiguration::digest)
                .resourceChain(true);
    }

    private static String digest(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
