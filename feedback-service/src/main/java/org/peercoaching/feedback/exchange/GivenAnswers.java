package org.peercoaching.feedback.exchange;

import java.util.List;
import java.util.Optional;
import org.peercoaching.feedback.exchange.GivenAnswer.Rating;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Versioned;
import org.springframework.stereotype.Component;

/** Gives answers to those who count them, inside this service. */
@Component
public final class GivenAnswers {

    private final AggregateStore<Exchange> exchanges;

    GivenAnswers(AggregateStore<Exchange> exchanges) {
        this.exchanges = exchanges;
    }

    /** The answer of one giver: one read. */
    public Optional<GivenAnswer> find(String exchangeId, String giverId) {
        return exchanges
                .find(exchangeId)
                .map(Versioned::state)
                .flatMap(exchange ->
                        exchange.seatOf(giverId).flatMap(seat -> given(exchange, seat)));
    }

    /** All answers of an exchange. */
    static List<GivenAnswer> of(Exchange exchange) {
        return exchange.seats().stream().flatMap(seat -> given(exchange, seat).stream()).toList();
    }

    private static Optional<GivenAnswer> given(Exchange exchange, Seat seat) {
        return Optional.ofNullable(seat.answer())
                .map(answer ->
                        new GivenAnswer(
                                exchange.exchangeId() + ":" + seat.giver().participantId(),
                                exchange.programId(),
                                seat.giver().participantId(),
                                seat.giver().unit(),
                                exchange.windowEndsAt(),
                                answer.about().stream()
                                        .map(about ->
                                                new Rating(about.receiverId(), about.ratings()))
                                        .toList()));
    }
}
