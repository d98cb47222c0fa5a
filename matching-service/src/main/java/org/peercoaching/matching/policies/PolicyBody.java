package org.peercoaching.matching.policies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Strength;
import org.peercoaching.matching.engine.Strengths;
import org.peercoaching.matching.engine.Terms;

/** A whole policy, as managers send it: what it means says {@link ProgramPolicy}. */
record PolicyBody(
        @NotNull @Valid StrengthsBody strengths,
        @NotNull @Min(0) @Max(ProgramPolicy.LARGEST_LEVEL_DISTANCE) Integer levelDistance,
        @NotNull @Min(ProgramPolicy.FEWEST_COMMON_MINUTES) @Max(ProgramPolicy.MOST_COMMON_MINUTES)
                Integer commonMinutes,
        @NotNull @Min(ProgramPolicy.FEWEST_REPEAT_DAYS) @Max(ProgramPolicy.MOST_REPEAT_DAYS)
                Integer repeatDays,
        @NotNull @Min(1) @Max(ProgramPolicy.MOST_CAPACITY) Integer capacity,
        @NotNull @Min(0) @Max(Terms.MOST) Integer minimumScore,
        @NotNull @Min(0) @Max(100) Integer leastMatched,
        @NotNull Boolean sameUnit,
        @NotNull Policy.Priority priority,
        @NotNull @Min(0) @Max(ProgramPolicy.MOST_DECLINE_DAYS) Integer declineDays) {

    /** How much each criterion counts. */
    record StrengthsBody(
            @NotNull Strength complementarySkills,
            @NotNull Strength level,
            @NotNull Strength time,
            @NotNull Strength language,
            @NotNull Strength method,
            @NotNull Strength focusSkills,
            @NotNull Strength newTies) {

        private Strengths toStrengths() {
            return new Strengths(
                    complementarySkills, level, time, language, method, focusSkills, newTies);
        }
    }

    ProgramPolicy toPolicy() {
        return new ProgramPolicy(
                strengths.toStrengths(),
                levelDistance,
                commonMinutes,
                repeatDays,
                capacity,
                minimumScore,
                leastMatched,
                sameUnit,
                priority,
                declineDays);
    }
}
