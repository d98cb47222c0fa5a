package org.peercoaching.feedback.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PrivacyPropertiesTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Privacy.class);

    @EnableConfigurationProperties(PrivacyProperties.class)
    static class Privacy {}

    @Test
    void aServiceThatIsToPublishFiguresOfFourPeopleDoesNotStart() {
        service.withPropertyValues("coaching.privacy.k=4")
                .run(context -> assertThat(context).hasFailed());
        service.withPropertyValues("coaching.privacy.k=5")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
