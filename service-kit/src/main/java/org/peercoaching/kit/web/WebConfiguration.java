package org.peercoaching.kit.web;

import java.util.List;
import org.peercoaching.kit.problem.Problems;
import org.peercoaching.kit.security.Callers;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What all controllers share. */
@AutoConfiguration
@Import(ProblemAdvice.class)
public class WebConfiguration {

    @Bean
    Problems problems(JsonMapper mapper) {
        return new Problems(mapper);
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return new StrictJson();
    }

    /** Behind the security filters: strangers' bodies are not read. */
    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(Problems problems) {
        FilterRegistrationBean<BodyFilter> filter =
                new FilterRegistrationBean<>(new BodyFilter(problems));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        filter.addUrlPatterns("/api/*");
        return filter;
    }

    @Bean
    OperationCustomizer commandsInTheApiDescription() {
        return ApiDescription.describingCommands();
    }

    @Bean
    WebMvcConfigurer callerAndCommand(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(callers);
                resolvers.add(new Commands(callers));
            }
        };
    }
}
