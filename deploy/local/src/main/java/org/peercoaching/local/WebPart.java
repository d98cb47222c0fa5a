package org.peercoaching.local;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.peercoaching.local.broker.Broker;
import org.peercoaching.local.clock.BusinessClockSteps;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.Secrets;
import org.peercoaching.local.entrypoint.EntryPoint;
import org.peercoaching.local.entrypoint.StatusReport;
import org.peercoaching.local.issuer.Tokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The Spring context of issuer, entry point and demonstration, with what it needs of the platform
 * around it.
 */
record WebPart(
        DataDirectory data,
        EntryPoint entryPoint,
        Secrets secrets,
        Broker broker,
        StatusReport status) {

    ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(WebApplication.class)
                .properties(Map.of("server.port", entryPoint.port()))
                // The launcher closes it, before the store and the broker.
                .registerShutdownHook(false)
                .initializers(context -> register((GenericApplicationContext) context))
                .run();
    }

    private void register(GenericApplicationContext context) {
        context.registerBean(DataDirectory.class, () -> data);
        context.registerBean(EntryPoint.class, () -> entryPoint);
        context.registerBean(Secrets.class, () -> secrets);
        context.registerBean(StatusReport.class, () -> status);
        context.registerBean(Tokens.class, () -> new Tokens(entryPoint.issuer(), secrets));
        context.registerBean(Admin.class, broker::admin);
        context.registerBean(BusinessClockSteps.class, () -> clockSteps(context));
    }

    private BusinessClockSteps clockSteps(GenericApplicationContext context) {
        Supplier<String> operator = context.getBean(Tokens.class)::operator;
        return new BusinessClockSteps(
                data.businessClock(),
                entryPoint.services(),
                operator,
                context.getBean(Admin.class));
    }
}
