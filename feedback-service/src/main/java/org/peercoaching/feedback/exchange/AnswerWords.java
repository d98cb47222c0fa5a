package org.peercoaching.feedback.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.encryption.Sealed;
import org.peercoaching.kit.encryption.Words;
import org.springframework.stereotype.Component;

/**
 * Seals the words of an answer with the giver's key, bound to the exchange and to whom they are
 * for.
 */
@Component
final class AnswerWords {

    private final Words words;

    AnswerWords(Words words) {
        this.words = words;
    }

    /** Sealed words; null where there are none. */
    @Nullable Sealed seal(
            String exchangeId, String giverId, String receiverId, @Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : words.seal(giverId, place(exchangeId, receiverId), text);
    }

    /** The words about somebody; empty where there are none, or no more. */
    Optional<String> open(String exchangeId, About about) {
        return Optional.ofNullable(about.words())
                .flatMap(sealed -> words.open(sealed, place(exchangeId, about.receiverId())));
    }

    private static String place(String exchangeId, String receiverId) {
        return "exchange:" + exchangeId + ":" + receiverId;
    }
}
