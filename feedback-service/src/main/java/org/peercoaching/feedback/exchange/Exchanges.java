package org.peercoaching.feedback.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.time.DueWork;
import org.peercoaching.kit.web.Page;
import org.springframework.stereotype.Component;

/** Asking, answering and revealing. */
@Component
final class Exchanges {

    /**
     * What a giver wrote about one of the others.
     *
     * @param words null where there are none
     */
    record Draft(String receiverId, Ratings ratings, @Nullable String words) {}

    /** The due work at the end of a window. */
    static final String WINDOW_CLOSES = "feedback-window-closes";

    private final AggregateStore<Exchange> exchanges;
    private final OpenRequests openRequests;
    private final AnswerWords words;
    private final Counting counting;
    private final DueWork dueWork;
    private final BusinessClock clock;

    Exchanges(
            AggregateStore<Exchange> exchanges,
            OpenRequests openRequests,
            AnswerWords words,
            Counting counting,
            DueWork dueWork,
            BusinessClock clock) {
        this.exchanges = exchanges;
        this.openRequests = openRequests;
        this.words = words;
        this.counting = counting;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Asks the attendees of a session that was held; a session is asked about once. */
    Handled sessionHeld(PublishedEvent published, SessionEvent event) {
        String id = Ids.derived("exchange", event.session().sessionId());
        return Exchange.about(id, event.session(), published.time())
                .map(exchange -> ask(exchange, Trigger.of(published)))
                .orElse(Handled.IGNORED);
    }

    private Handled ask(Exchange asked, Trigger trigger) {
        return Handled.of(
                exchanges.handle(
                        asked.exchangeId(),
                        trigger,
                        known -> {
                            if (known.isPresent()) {
                                return Decision.accepted(known.get());
                            }
                            // Here, and not before the handling: once per session, and without a
                            // read of its own; what leads to the exchange lies there before it
                            // does.
                            dueWork.schedule(
                                    WINDOW_CLOSES, asked.exchangeId(), asked.windowEndsAt());
                            openRequests.add(asked.attendees(), asked.exchangeId());
                            return asked.ask();
                        }));
    }

    /**
     * Takes an answer.
     *
     * @throws RefusedException if it is not taken; with 412 for an expected version, which would
     *     move with the others' answers
     */
    Exchange answer(
            String exchangeId, String giverId, List<Draft> drafts, Trigger.Request trigger) {
        if (trigger.expectedVersion() != null) {
            throw new RefusedException(Refusals.NOTHING_TO_MATCH);
        }
        return exchanges
                .handle(
                        exchangeId,
                        trigger,
                        exchange ->
                                // A stranger's words are not even sealed.
                                exchange.filter(asked -> asked.seatOf(giverId).isPresent())
                                        .map(asked ->
                                                asked.answer(
                                                        giverId,
                                                        sealed(exchangeId, giverId, drafts),
                                                        clock.instant()))
                                        .orElse(Decision.rejected(Refusals.NO_SUCH_EXCHANGE)))
                .orThrow()
                .state();
    }

    private List<About> sealed(String exchangeId, String giverId, List<Draft> drafts) {
        return drafts.stream()
                .map(draft ->
                        new About(
                                draft.receiverId(),
                                draft.ratings(),
                                words.seal(exchangeId, giverId, draft.receiverId(), draft.words())))
                .toList();
    }

    /** Takes an answered exchange off the giver's list. */
    Handled answered(FeedbackGiven event) {
        return Handled.news(
                openRequests.remove(List.of(event.giverId()), event.exchange().exchangeId()));
    }

    /**
     * Reveals what was given in a window that has closed, takes it off all lists and has it
     * counted. Each of these was mostly done before; here it is made sure of, whatever became of
     * the events.
     */
    void close(String exchangeId) {
        Exchange closed =
                exchanges
                        .handle(
                                exchangeId,
                                Trigger.internal(),
                                exchange ->
                                        exchange.map(asked -> asked.close(clock.instant()))
                                                .orElse(
                                                        Decision.rejected(
                                                                Refusals.NO_SUCH_EXCHANGE)))
                        .orThrow()
                        .state();
        openRequests.remove(closed.attendees(), exchangeId);
        if (closed.revealed()) {
            GivenAnswers.of(closed).forEach(counting::count);
        }
    }

    /**
     * The exchange, for one of its attendees.
     *
     * @throws RefusedException for everybody else, as if it did not exist
     */
    Exchange of(String participantId, String exchangeId) {
        return exchanges
                .find(exchangeId)
                .map(Versioned::state)
                .filter(exchange -> exchange.seatOf(participantId).isPresent())
                .orElseThrow(() -> new RefusedException(Refusals.NO_SUCH_EXCHANGE));
    }

    /**
     * A page of the exchanges that wait for a participant's answer, by id: two reads. It may hold
     * fewer than asked for and still have a next page: lists are tidied after the answers.
     *
     * @param after the cursor of the page before; null for the first
     */
    Page<Exchange> waitingFor(String participantId, @Nullable String after, int limit) {
        List<String> listed =
                openRequests.of(participantId).stream()
                        .filter(id -> after == null || id.compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        List<String> shown = listed.subList(0, Math.min(limit, listed.size()));
        List<Exchange> waiting =
                exchanges.findAll(shown).stream()
                        .map(Versioned::state)
                        .filter(exchange -> exchange.waitsFor(participantId))
                        .toList();
        return new Page<>(waiting, listed.size() > limit ? shown.getLast() : null);
    }
}
