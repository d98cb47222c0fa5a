package org.peercoaching.events;

/**
 * One kind of event of the contract.
 *
 * @param service the service that publishes it
 * @param aggregate the kind of aggregate it happens to
 * @param name what happened, in the past tense
 * @param record the class of its data
 * @param topic where it is published
 */
public record EventType(
        String service,
        String aggregate,
        String name,
        Class<? extends CoachingEvent> record,
        Topic topic) {

    static final String MAJOR = ".v1";
    static final String MINOR = "1.0";

    /** The CloudEvents type, such as {@code org.peercoaching.session.session.completed.v1}. */
    public String type() {
        return "org.peercoaching." + shortName() + MAJOR;
    }

    /** The CloudEvents source of one aggregate, such as {@code /session/session/4f…}. */
    public String source(String aggregateId) {
        return "/" + service + "/" + aggregate + "/" + aggregateId;
    }

    /** The name of its schema and its examples: service, aggregate and what happened. */
    public String shortName() {
        return service + "." + aggregate + "." + name;
    }

    /** The CloudEvents data schema: names the schema with its minor version. */
    public String dataSchema() {
        return "urn:peercoaching:schema:" + shortName() + ":" + MINOR;
    }
}
