package org.peercoaching.analytics.program;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Org-unit paths. */
public final class Tree {

    /** The root: the whole program. */
    public static final String ROOT = "/";

    private Tree() {}

    /** Some units and all units above them, without the root. */
    public static Set<String> withAncestors(Collection<String> units) {
        Set<String> all = new TreeSet<>();
        for (String unit : units) {
            for (String each = unit; !each.equals(ROOT) && all.add(each); each = parent(each)) {}
        }
        return all;
    }

    /** Whether a unit is another one or lies below it. */
    public static boolean isWithin(String unit, String subtree) {
        return subtree.equals(ROOT) || unit.equals(subtree) || unit.startsWith(subtree + "/");
    }

    /** How many steps a unit is below the root. */
    public static int depth(String unit) {
        return unit.equals(ROOT) ? 0 : (int) unit.chars().filter(each -> each == '/').count();
    }

    private static String parent(String unit) {
        int slash = unit.lastIndexOf('/');
        return slash == 0 ? ROOT : unit.substring(0, slash);
    }
}
