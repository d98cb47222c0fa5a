package org.peercoaching.participant.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.peercoaching.kit.audit.AuditLog;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.security.Role;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** People arrive by CSV. */
@RestController
@Tag(name = "Directory")
class ImportController {

    private final Imports imports;
    private final AuditLog audit;

    ImportController(Imports imports, AuditLog audit) {
        this.imports = imports;
        this.audit = audit;
    }

    /**
     * Imports a file. No idempotency key is needed: the same file again finds every row unchanged.
     */
    @PostMapping(path = "/api/participant/v1/imports", consumes = "text/csv")
    @Operation(summary = "Import a CSV file of people; the answer says what became of each row")
    Report importPeople(InputStream body, Caller caller) {
        caller.require(Role.OPERATOR);
        try (Upload upload = Upload.of(body)) {
            Report report = imports.run(upload::content);
            Map<String, String> counts = new HashMap<>();
            report.counts().forEach((outcome, rows) -> counts.put(outcome, String.valueOf(rows)));
            audit.append(caller.key(), "people-imported", counts);
            return report;
        }
    }
}
