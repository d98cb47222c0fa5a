package org.peercoaching.analytics.query;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.peercoaching.analytics.query.Questions.Asked;
import org.peercoaching.kit.audit.AuditLog;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Writes every question that has all its parts into the audit, once: one that is answered before it
 * is, and one that is refused, for who tries what is not theirs is worth knowing, too.
 */
@Component
class QuestionAudit {

    /** What a refused question may ask by; else the audit would keep whatever somebody sends. */
    private static final Pattern CODES = Pattern.compile("[A-Za-z0-9_/,-]{0,1000}");

    private static final String NO_CODE = "?";

    private final AuditLog log;

    QuestionAudit(AuditLog log) {
        this.log = log;
    }

    void answered(Caller caller, Question question, Asked asked) {
        Map<String, String> details = cut(asked);
        details.put("program", question.program().id());
        details.put("metrics", Questions.keys(question));
        details.put("period", question.grain().word());
        details.put("from", question.periods().getFirst().first().toString());
        details.put("to", question.periods().getLast().last().toString());
        log.append(caller.key(), "figures-queried", details);
    }

    void refused(Caller caller, Asked asked, Refusal refusal) {
        Map<String, String> details = cut(asked);
        details.put("program", asked.program());
        details.put("metrics", asked.metric());
        details.put("period", asked.period());
        details.put("from", asked.from());
        details.put("to", asked.to());
        details.replaceAll((name, value) -> CODES.matcher(value).matches() ? value : NO_CODE);
        details.put("refused", refusal.code());
        log.append(caller.key(), "figures-refused", details);
    }

    private static Map<String, String> cut(Asked asked) {
        Map<String, String> details = new HashMap<>();
        details.put("unit", asked.unit());
        if (asked.groupBy() != null) {
            details.put("groupBy", asked.groupBy());
            details.put("depth", Integer.toString(asked.depth()));
        }
        return details;
    }
}
