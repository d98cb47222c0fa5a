package org.peercoaching.analytics.query;

import java.util.List;
import java.util.Optional;
import org.peercoaching.analytics.program.Program;
import org.peercoaching.analytics.program.Tree;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.security.Role;

/**
 * Who may see which figures: the managers of a program all of it, analysts the subtrees their token
 * names, nobody else any.
 */
final class Readers {

    private Readers() {}

    /**
     * The program, if the caller may ask about a unit of it.
     *
     * @throws RefusedException with 403 or 404 where not
     */
    static Program require(Caller caller, Optional<Program> program, String unit) {
        if (program.isPresent() && manages(caller, program.get())) {
            return program.get();
        }
        if (!caller.has(Role.ANALYST)) {
            throw new RefusedException(
                    Refusal.forbidden(
                            "figures-not-yours",
                            "Figures are for analysts and for the managers of the program."));
        }
        Program known =
                program.orElseThrow(() ->
                        new RefusedException(
                                Refusal.notFound(
                                        "no-such-program",
                                        "There is no such program. GET /api/analytics/v1/programs lists all.")));
        if (subtrees(caller).stream().noneMatch(subtree -> Tree.isWithin(unit, subtree))) {
            throw new RefusedException(
                    Refusal.forbidden(
                            "unit-not-yours",
                            "You may ask about the org units that your token names and those below them. GET /api/analytics/v1/programs lists them."));
        }
        return known;
    }

    /** The subtrees of a program that the caller may see; empty for none. */
    static List<String> subtrees(Caller caller, Program program) {
        return manages(caller, program) ? List.of(Tree.ROOT) : subtrees(caller);
    }

    private static List<String> subtrees(Caller caller) {
        return caller.has(Role.ANALYST) ? caller.units() : List.of();
    }

    /** Asked only of people with the role: analysts need not be in the directory. */
    private static boolean manages(Caller caller, Program program) {
        return caller.has(Role.PROGRAM_MANAGER)
                && program.managers().contains(caller.participantId());
    }
}
