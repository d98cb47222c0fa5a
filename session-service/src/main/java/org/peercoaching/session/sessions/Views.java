package org.peercoaching.session.sessions;

import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.encryption.Words;

/** Shows sessions: to members as a whole, to managers of the program by dates and status. */
final class Views {

    private final Words words;

    Views(Words words) {
        this.words = words;
    }

    SessionView of(Versioned<Session> session, String reader) {
        Session state = session.state();
        return state.terms().hasMember(reader)
                ? SessionView.toMember(state, state.actionItems().stream().map(this::of).toList())
                : SessionView.toManager(state);
    }

    /** An action item, for members alone. */
    ActionItemView of(ActionItem item) {
        return ActionItemView.of(item, words.open(item.text(), ActionItem.place(item.id())));
    }
}
