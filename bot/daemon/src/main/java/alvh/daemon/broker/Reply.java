package alvh.daemon.broker;

import java.util.List;

/** How a question to the broker ended. */
sealed interface Reply {

    /** @param ended false when the end mark never came and silence was taken for the end */
    record Got(List<Word> words, boolean ended) implements Reply {

        public Got {
            words = List.copyOf(words);
        }

        <T extends Word> List<T> all(Class<T> type) {
            return words.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /** @param code the broker's, or {@link #NO_ANSWER}, or {@link #LOST} */
    record Failed(int code, String because) implements Reply {}

    int NO_ANSWER = 0;
    int LOST = -1;
}
