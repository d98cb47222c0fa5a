package org.peercoaching.testkit;

import java.util.List;

/** The names of the headers that the contract gives a record. */
public final class ContractHeaders {

    /** All of them; {@code ce_traceparent} is absent outside a trace. No framework adds one. */
    public static final List<String> ALL =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_source",
                    "ce_type",
                    "ce_subject",
                    "ce_time",
                    "ce_sequence",
                    "ce_dataschema",
                    "ce_traceparent",
                    "content-type");

    private ContractHeaders() {}
}
