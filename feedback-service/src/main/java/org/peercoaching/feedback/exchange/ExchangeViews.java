package org.peercoaching.feedback.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.peercoaching.feedback.exchange.ExchangeView.Told;
import org.springframework.stereotype.Component;

/**
 * Shows an exchange to one of its attendees: their own answer always, what is about them once all
 * is revealed, and what two others told each other never.
 */
@Component
final class ExchangeViews {

    private final AnswerWords words;

    ExchangeViews(AnswerWords words) {
        this.words = words;
    }

    ExchangeView of(Exchange exchange, String reader) {
        return new ExchangeView(
                exchange.exchangeId(),
                exchange.sessionId(),
                exchange.relationshipId(),
                exchange.programId(),
                exchange.askedAt(),
                exchange.windowEndsAt(),
                exchange.revealedAt(),
                exchange.attendees(),
                exchange.seatOf(reader).stream()
                        .flatMap(seat -> told(exchange, seat, about -> true))
                        .toList(),
                exchange.revealed() ? received(exchange, reader) : List.of());
    }

    private List<Told> received(Exchange exchange, String reader) {
        return exchange.seats().stream()
                .flatMap(seat -> told(exchange, seat, about -> about.receiverId().equals(reader)))
                .toList();
    }

    private Stream<Told> told(Exchange exchange, Seat seat, Predicate<About> wanted) {
        return Optional.ofNullable(seat.answer()).stream()
                .flatMap(answer -> answer.about().stream())
                .filter(wanted)
                .map(about -> told(exchange, seat, about));
    }

    private Told told(Exchange exchange, Seat seat, About about) {
        Ratings ratings = about.ratings();
        return new Told(
                seat.giver().participantId(),
                about.receiverId(),
                ratings.listening(),
                ratings.questioning(),
                ratings.support(),
                ratings.challenge(),
                ratings.usefulness(),
                words.open(exchange.exchangeId(), about).orElse(null));
    }
}
