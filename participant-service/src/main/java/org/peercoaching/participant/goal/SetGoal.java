package org.peercoaching.participant.goal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Code;

/**
 * What somebody asks for who sets a goal.
 *
 * @param title what shall be different
 * @param measure how one will see it
 * @param dueOn by when, at most five years ahead
 * @param skill the focus skill it serves; may be missing
 * @param steps action steps, in order; may be missing
 */
record SetGoal(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 1_000) String measure,
        @NotNull LocalDate dueOn,
        @Pattern(regexp = Code.SLUG) @Nullable String skill,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 500) String> steps) {

    /** The words to be sealed. */
    GoalWords.Plain words() {
        return new GoalWords.Plain(title, measure, steps == null ? List.of() : steps);
    }
}
