package org.peercoaching.feedback.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.feedback.exchange.ExchangeView.Told;
import org.springframework.stereotype.Component;

/**
 * Shows an exchange to one of its attendees: their own answer always, what is about them once all
 * is revealed, in a circle put together, and what two others told each other never.
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
                exchange.circle(),
                exchange.askedAt(),
                exchange.windowEndsAt(),
                exchange.revealedAt(),
                exchange.attendees(),
                exchange.seatOf(reader).stream()
                        .flatMap(seat -> told(exchange, seat, about -> true))
                        .toList(),
                exchange.revealed() && !exchange.circle() ? received(exchange, reader) : List.of(),
                exchange.revealed() && exchange.circle() ? together(exchange, reader) : null);
    }

    private List<Told> received(Exchange exchange, String reader) {
        return exchange.seats().stream()
                .flatMap(seat -> told(exchange, seat, about -> about.receiverId().equals(reader)))
                .toList();
    }

    private @Nullable Together together(Exchange exchange, String reader) {
        List<About> told =
                exchange.seats().stream()
                        .flatMap(ExchangeViews::about)
                        .filter(about -> about.receiverId().equals(reader))
                        .toList();
        return Together.of(told, about -> words.open(exchange.exchangeId(), about)).orElse(null);
    }

    private Stream<Told> told(Exchange exchange, Seat seat, Predicate<About> wanted) {
        return about(seat).filter(wanted).map(about -> told(exchange, seat, about));
    }

    private static Stream<About> about(Seat seat) {
        return Optional.ofNullable(seat.answer()).stream()
                .flatMap(answer -> answer.about().stream());
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
