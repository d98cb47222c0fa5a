package org.peercoaching.local.demonstration;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.peercoaching.local.demonstration.client.Refused;
import org.peercoaching.local.demonstration.client.Request;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.Journey;
import org.peercoaching.local.demonstration.plan.PersonStep;
import org.peercoaching.local.demonstration.plan.PersonStep.AcceptCharter;
import org.peercoaching.local.demonstration.plan.PersonStep.Achieve;
import org.peercoaching.local.demonstration.plan.PersonStep.Apply;
import org.peercoaching.local.demonstration.plan.PersonStep.Complete;
import org.peercoaching.local.demonstration.plan.PersonStep.Goal;
import org.peercoaching.local.demonstration.plan.PersonStep.Leave;
import org.peercoaching.local.demonstration.plan.PersonStep.Orient;
import org.peercoaching.local.demonstration.plan.PersonStep.Progress;
import org.peercoaching.local.demonstration.plan.PersonStep.SetGoal;
import org.peercoaching.local.demonstration.plan.PersonStep.Withdraw;
import org.peercoaching.local.demonstration.plan.Program;
import tools.jackson.databind.JsonNode;

/** Does what people do about their own part in the program: enrollment, goals, the way out. */
final class Participation {

    private static final String API = "participant/v1/";
    private static final int CHARTER_VERSION = 1;

    private final Loader loader;
    private final Participants participants;
    private final Map<Person, String> enrollments = new ConcurrentHashMap<>();
    private final Map<PersonsGoal, String> goals = new ConcurrentHashMap<>();

    private record PersonsGoal(Person person, String title) {}

    Participation(Loader loader, Participants participants) {
        this.loader = loader;
        this.participants = participants;
    }

    void take(Journey journey, PersonStep step) throws InterruptedException {
        Person person = journey.person();
        switch (step) {
            case Apply apply -> apply(person, journey.program());
            case Orient orient -> onEnrollment(person, "orientation", Map.of());
            case AcceptCharter accept ->
                    onEnrollment(person, "charter", Map.of("version", CHARTER_VERSION));
            case Complete complete -> onEnrollment(person, "complete", Map.of());
            case Withdraw withdraw -> onEnrollment(person, "withdraw", Map.of());
            case SetGoal goal -> set(person, goal);
            case Progress progress -> progress(person, progress);
            case Achieve(Goal goal) ->
                    loader.as(
                            person,
                            Request.post(
                                    API + "goals/" + goal(person, goal) + "/achieve",
                                    key(person, "achieve", goal.skill())));
            case Leave leave ->
                    loader.asOperator(
                            Request.post(
                                    API + "participants/" + participants.id(person) + "/leave",
                                    key(person, "leave")));
        }
    }

    private void apply(Person person, Program program) throws InterruptedException {
        JsonNode enrollment =
                loader.as(
                        person,
                        Request.post(
                                API + "programs/" + program.id() + "/enrollments",
                                key(person, "apply")));
        enrollments.put(person, enrollment.path("enrollmentId").asString());
    }

    private void onEnrollment(Person person, String action, Map<String, ?> body)
            throws InterruptedException {
        loader.as(
                person,
                Request.post(
                        API + "enrollments/" + enrollment(person) + "/" + action,
                        body,
                        key(person, action)));
    }

    private void set(Person person, SetGoal wanted) throws InterruptedException {
        JsonNode goal =
                loader.as(
                        person,
                        Request.post(
                                API + "enrollments/" + enrollment(person) + "/goals",
                                Map.of(
                                        "title", wanted.goal().title(),
                                        "measure", wanted.measure(),
                                        "dueOn", wanted.dueOn().toString(),
                                        "skill", wanted.goal().skill(),
                                        "steps", wanted.steps()),
                                key(person, "goal", wanted.goal().skill())));
        goals.put(new PersonsGoal(person, wanted.goal().title()), goal.path("goalId").asString());
    }

    private void progress(Person person, Progress progress) throws InterruptedException {
        List<Integer> stepsDone = IntStream.rangeClosed(1, progress.stepsDone()).boxed().toList();
        loader.as(
                person,
                Request.put(
                        API + "goals/" + goal(person, progress.goal()) + "/progress",
                        Map.of("percent", progress.percent(), "stepsDone", stepsDone),
                        key(person, "progress", progress.goal().skill(), progress.percent())));
    }

    private String enrollment(Person person) throws InterruptedException {
        if (!enrollments.containsKey(person)) {
            for (JsonNode enrollment : loader.list(person, API + "me/enrollments")) {
                enrollments.put(person, enrollment.path("enrollmentId").asString());
            }
        }
        return known(enrollments.get(person), "enrollment");
    }

    private String goal(Person person, Goal goal) throws InterruptedException {
        PersonsGoal wanted = new PersonsGoal(person, goal.title());
        if (!goals.containsKey(wanted)) {
            String path = API + "enrollments/" + enrollment(person) + "/goals";
            for (JsonNode set : loader.list(person, path)) {
                goals.put(
                        new PersonsGoal(person, set.path("title").asString()),
                        set.path("goalId").asString());
            }
        }
        return known(goals.get(wanted), "goal");
    }

    private static String known(@org.jspecify.annotations.Nullable String id, String what) {
        if (id == null) {
            throw new Refused("no such " + what);
        }
        return id;
    }

    private String key(Person person, Object... parts) {
        return loader.key(person.externalId(), String.join("-", strings(parts)));
    }

    private static List<String> strings(Object... parts) {
        return java.util.Arrays.stream(parts).map(String::valueOf).toList();
    }
}
