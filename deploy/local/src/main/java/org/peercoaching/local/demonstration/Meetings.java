package org.peercoaching.local.demonstration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peercoaching.local.demonstration.client.Refused;
import org.peercoaching.local.demonstration.client.Request;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.MeetingStep;
import org.peercoaching.local.demonstration.plan.MeetingStep.About;
import org.peercoaching.local.demonstration.plan.MeetingStep.Answer;
import org.peercoaching.local.demonstration.plan.MeetingStep.Book;
import org.peercoaching.local.demonstration.plan.MeetingStep.Cancel;
import org.peercoaching.local.demonstration.plan.MeetingStep.Confirm;
import org.peercoaching.local.demonstration.plan.MeetingStep.Keep;
import org.peercoaching.local.demonstration.plan.MeetingStep.Miss;
import org.peercoaching.local.demonstration.plan.MeetingStep.Move;
import org.peercoaching.local.demonstration.plan.MeetingStep.Promise;
import org.peercoaching.local.demonstration.plan.MeetingStep.Report;
import org.peercoaching.local.demonstration.plan.MeetingStep.Turn;
import tools.jackson.databind.JsonNode;

/** Does what members of relationships do about their meetings. */
final class Meetings {

    private static final String API = "session/v1/";
    private static final String FEEDBACK = "feedback/v1/";

    private final Loader loader;
    private final Participants participants;
    private final Map<Meeting, String> sessions = new ConcurrentHashMap<>();

    private record Meeting(String relationshipId, int number) {}

    Meetings(Loader loader, Participants participants) {
        this.loader = loader;
        this.participants = participants;
    }

    void take(Relationship relationship, MeetingStep step) throws InterruptedException {
        Meeting meeting = new Meeting(relationship.id(), step.meeting());
        switch (step) {
            case Book book -> book(meeting, book, relationship.program().sessionMinutes());
            case Move move ->
                    onSession(
                            meeting, move, "move", Map.of("startsAt", move.startsAt().toString()));
            case Cancel cancel -> onSession(meeting, cancel, "cancel", Map.of());
            case Miss miss -> onSession(meeting, miss, "miss", Map.of());
            case Confirm confirm -> onSession(meeting, confirm, "confirm", Map.of());
            case Report report ->
                    onSession(
                            meeting,
                            report,
                            "complete",
                            Map.of(
                                    "minutes", report.minutes(),
                                    "turns", report.turns().stream().map(this::turn).toList(),
                                    "absent",
                                            report.absent().stream()
                                                    .map(participants::id)
                                                    .toList()));
            case Promise promise ->
                    onSession(
                            meeting,
                            promise,
                            "action-items",
                            Map.of(
                                    "owner", participants.id(promise.by()),
                                    "text", promise.text(),
                                    "dueOn", promise.dueOn().toString()));
            case Keep keep -> keep(meeting, keep);
            case Answer answer -> answer(meeting, answer);
        }
    }

    private void book(Meeting meeting, Book book, int minutes) throws InterruptedException {
        JsonNode session =
                loader.as(
                        book.by(),
                        Request.post(
                                API + "relationships/" + meeting.relationshipId() + "/sessions",
                                Map.of("startsAt", book.startsAt().toString(), "minutes", minutes),
                                key(meeting, book.by(), "book")));
        sessions.put(meeting, session.path("id").asString());
    }

    private void onSession(Meeting meeting, MeetingStep step, String action, Object body)
            throws InterruptedException {
        loader.as(
                step.by(),
                Request.post(
                        API + "sessions/" + session(meeting, step.by()) + "/" + action,
                        body,
                        key(meeting, step.by(), action)));
    }

    /** A meeting's session: the one with its number among those of the relationship. */
    private String session(Meeting meeting, Person reader) throws InterruptedException {
        if (!sessions.containsKey(meeting)) {
            String path = API + "relationships/" + meeting.relationshipId() + "/sessions";
            List<JsonNode> all = loader.list(reader, path);
            for (int number = 0; number < all.size(); number++) {
                sessions.put(
                        new Meeting(meeting.relationshipId(), number),
                        all.get(number).path("id").asString());
            }
        }
        return Optional.ofNullable(sessions.get(meeting))
                .orElseThrow(() -> new Refused("no such session"));
    }

    private void keep(Meeting meeting, Keep keep) throws InterruptedException {
        String session = API + "sessions/" + session(meeting, keep.by());
        String item =
                loader.as(keep.by(), Request.get(session))
                        .path("actionItems")
                        .path(0)
                        .path("id")
                        .asString();
        loader.as(
                keep.by(),
                Request.post(
                        session + "/action-items/" + item + "/keep",
                        key(meeting, keep.by(), "keep")));
    }

    /** Answers what is asked; nothing is asked any more when a day is repeated after a kill. */
    private void answer(Meeting meeting, Answer answer) throws InterruptedException {
        String session = session(meeting, answer.by());
        for (JsonNode asked : loader.list(answer.by(), FEEDBACK + "me/requests")) {
            if (asked.path("sessionId").asString().equals(session)) {
                loader.as(
                        answer.by(),
                        Request.post(
                                FEEDBACK
                                        + "exchanges/"
                                        + asked.path("exchangeId").asString()
                                        + "/answers",
                                Map.of("about", answer.about().stream().map(this::about).toList()),
                                key(meeting, answer.by(), "answer")));
            }
        }
    }

    private Map<String, Object> turn(Turn turn) {
        Map<String, Object> body = new HashMap<>();
        turn.coach().ifPresent(coach -> body.put("coach", participants.id(coach)));
        body.put("coachee", participants.id(turn.coachee()));
        body.put("minutes", turn.minutes());
        return body;
    }

    private Map<String, Object> about(About about) {
        return Map.of(
                "participantId", participants.id(about.peer()),
                "listening", about.listening(),
                "questioning", about.questioning(),
                "support", about.support(),
                "challenge", about.challenge(),
                "usefulness", about.usefulness(),
                "words", about.words());
    }

    private String key(Meeting meeting, Person by, String action) {
        return loader.key(meeting.relationshipId(), meeting.number(), by.externalId(), action);
    }
}
