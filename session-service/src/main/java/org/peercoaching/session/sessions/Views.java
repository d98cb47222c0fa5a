package org.peercoaching.session.sessions;

import java.util.Optional;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.encryption.Words;

/** Shows sessions: the words of their action items to members alone. */
final class Views {

    private final Words words;

    Views(Words words) {
        this.words = words;
    }

    SessionView of(Versioned<Session> session, String reader) {
        return SessionView.of(
                session.state(),
                session.state().actionItems().stream()
                        .map(item -> of(item, session.state(), reader))
                        .toList());
    }

    ActionItemView of(ActionItem item, Session session, String reader) {
        Optional<String> text =
                session.terms().hasMember(reader)
                        ? words.open(item.text(), ActionItem.place(item.id()))
                        : Optional.empty();
        return ActionItemView.of(item, text);
    }
}
