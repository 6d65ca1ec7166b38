package alvh.daemon.broker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Open questions to the broker. A keyed question has a request id of its own, from {@link #FIRST_ID} and never used
 * twice; questions without id share a lane, in which only one is outstanding at a time. Each ends once: with its end
 * mark, an error, its deadline, or the loss of the link. Owned by the loop; answers complete on it.
 */
final class Asks {
    static final int FIRST_ID = 10_000_000;
    private static final int READ_ONLY = 321;

    private final Loop loop;
    private final Consumer<Request> out;
    private final Map<Integer, Ask> keyed = new TreeMap<>();
    private final Map<String, Deque<Ask>> lanes = new TreeMap<>();
    private int nextId = FIRST_ID;
    private String down;

    /** A question, what belongs to its answer, and what ends it. */
    private static final class Ask {
        private final String what;
        private final Predicate<Word> takes;
        private final Predicate<Word> ends;
        private final List<Word> words = new ArrayList<>();
        private final CompletableFuture<Reply> answer = new CompletableFuture<>();
        private Runnable begin;
        private Loop.Timer deadline;

        Ask(String what, Predicate<Word> takes, Predicate<Word> ends) {
            this.what = what;
            this.takes = takes;
            this.ends = ends;
        }
    }

    Asks(Loop loop, Consumer<Request> out) {
        this.loop = loop;
        this.out = out;
    }

    /** There is a link to ask again. */
    void up() {
        down = null;
    }

    /** Why nothing can be asked now, or null. */
    String down() {
        return down;
    }

    int newId() {
        return nextId++;
    }

    /** Asks by request id; every keyed word but the end belongs to the answer. */
    CompletableFuture<Reply> ask(String what, Class<? extends Word> end, Duration deadline,
            IntFunction<Request> request) {
        if (down != null) {
            return refused();
        }
        int id = newId();
        var ask = new Ask(what, word -> !end.isInstance(word), end::isInstance);
        keyed.put(id, ask);
        ask.deadline = loop.after(deadline, () -> expire(id, ask));
        out.accept(request.apply(id));
        return ask.answer;
    }

    /** Like {@link #ask}, but silence from the start, or an end mark that never comes, are answers too (executions). */
    CompletableFuture<Reply> askLenient(String what, Class<? extends Word> end, Duration silence, Duration deadline,
            IntFunction<Request> request) {
        if (down != null) {
            return refused();
        }
        int id = newId();
        var ask = new Ask(what, word -> !end.isInstance(word), end::isInstance);
        keyed.put(id, ask);
        Runnable asItIs = () -> finish(id, ask, new Reply.Got(ask.words, false));
        ask.deadline = loop.after(silence, () -> {
            if (ask.words.isEmpty()) {
                asItIs.run();
            } else {
                ask.deadline = loop.after(deadline.minus(silence), asItIs);
            }
        });
        out.accept(request.apply(id));
        return ask.answer;
    }

    /** Asks in a lane: waits for the lane's earlier questions, and its time counts from its own start. */
    CompletableFuture<Reply> inLane(String lane, String what, Predicate<Word> takes, Predicate<Word> ends,
            Duration deadline, Request request) {
        if (down != null) {
            return refused();
        }
        var ask = new Ask(what, takes, ends);
        ask.begin = () -> {
            ask.deadline = loop.after(deadline,
                    () -> next(lane, ask, new Reply.Failed(Reply.NO_ANSWER, silence(ask.what, deadline))));
            out.accept(request);
        };
        Deque<Ask> queue = lanes.computeIfAbsent(lane, name -> new ArrayDeque<>());
        queue.add(ask);
        if (queue.size() == 1) {
            ask.begin.run();
        }
        return ask.answer;
    }

    /** @return whether a keyed question took the word */
    boolean hear(Word word) {
        if (word instanceof Word.Keyed keyedWord) {
            return hearKeyed(keyedWord);
        }
        for (String lane : List.copyOf(lanes.keySet())) {
            Deque<Ask> queue = lanes.get(lane);
            Ask first = queue.peek();
            if (first == null) {
                continue;
            }
            if (first.takes.test(word)) {
                first.words.add(word);
            }
            if (first.ends.test(word)) {
                next(lane, first, new Reply.Got(first.words, true));
            }
        }
        return false;
    }

    /** @return whether the error ended a question of ours */
    boolean hear(Word.Error error) {
        Ask ask = keyed.get(error.id());
        if (ask != null) {
            finish(error.id(), ask, new Reply.Failed(error.code(), error.text()));
            return true;
        }
        boolean session = error.id() <= 0 || error.id() == Integer.MAX_VALUE;
        Deque<Ask> orders = lanes.getOrDefault(Lanes.ORDERS, new ArrayDeque<>());
        if (session && error.code() == READ_ONLY && !orders.isEmpty()) {
            next(Lanes.ORDERS, orders.peek(), new Reply.Failed(READ_ONLY, error.text()));
            return true;
        }
        return false;
    }

    /** The link is gone: every question fails, those asked before the next link too. */
    void lost(String because) {
        down = because;
        var failed = new Reply.Failed(Reply.LOST, because);
        List<Ask> all = new ArrayList<>(keyed.values());
        lanes.values().forEach(all::addAll);
        keyed.clear();
        lanes.clear();
        for (Ask ask : all) {
            if (ask.deadline != null) {
                ask.deadline.stop();
            }
            ask.answer.complete(failed);
        }
    }

    private CompletableFuture<Reply> refused() {
        return CompletableFuture.completedFuture(new Reply.Failed(Reply.LOST, down));
    }

    private boolean hearKeyed(Word.Keyed word) {
        Ask ask = keyed.get(word.reqId());
        if (ask == null) {
            return false;
        }
        if (ask.takes.test(word)) {
            ask.words.add(word);
        }
        if (ask.ends.test(word)) {
            finish(word.reqId(), ask, new Reply.Got(ask.words, true));
        }
        return true;
    }

    private void expire(int id, Ask ask) {
        finish(id, ask, new Reply.Failed(Reply.NO_ANSWER, "no answer to '" + ask.what + "' in time"));
    }

    private void finish(int id, Ask ask, Reply reply) {
        if (keyed.remove(id, ask)) {
            ask.deadline.stop();
            ask.answer.complete(reply);
        }
    }

    private void next(String lane, Ask ask, Reply reply) {
        Deque<Ask> queue = lanes.getOrDefault(lane, new ArrayDeque<>());
        if (queue.peek() != ask) {
            return;
        }
        queue.poll();
        ask.deadline.stop();
        Ask following = queue.peek();
        if (following != null) {
            following.begin.run();
        }
        ask.answer.complete(reply);
    }

    private static String silence(String what, Duration deadline) {
        return "no answer to '" + what + "' in " + deadline.toSeconds() + " s";
    }
}
