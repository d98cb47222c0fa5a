package org.peercoaching.feedback.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrgUnitsTest {

    @Test
    void everyUnitButTheRootHasOneAbove() {
        assertThat(OrgUnits.parent("/engineering/storage")).contains("/engineering");
        assertThat(OrgUnits.parent("/engineering")).contains("/");
        assertThat(OrgUnits.parent("/")).isEmpty();
    }

    @Test
    void leavesComeBeforeTheirParentsAndTheRootLast() {
        TreeSet<String> units = new TreeSet<>(OrgUnits.DEEPEST_FIRST);
        units.addAll(List.of("/", "/b", "/a/x/y", "/a", "/b/z", "/a/x"));
        assertThat(units).containsExactly("/a/x/y", "/a/x", "/b/z", "/a", "/b", "/");
    }
}
