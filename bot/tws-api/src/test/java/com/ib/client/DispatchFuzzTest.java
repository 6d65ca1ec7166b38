package com.ib.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code processMsgs} does with each frame, over recorded frames that were damaged: callbacks, or one of the
 * exceptions that the official client throws, and never another one.
 */
class DispatchFuzzTest {

    private static final List<String> NASTY = List.of("", "0", "-1", "7", "99", "2147483647", "2147483648", "1.5",
            "NaN",
            "Infinity", "1E999999999", "1.7976931348623157E308", "9223372036854775807", "x", "\u00e9", "\\u00e9",
            "20261117-15:15:00-US/Central", "- - -", "BAG", "FUND", "None", "PEG BENCH", "?", "1234567890".repeat(60));

    /** How a frame may end. */
    private enum End {
        CALLBACKS, NOT_A_NUMBER, CANNOT_BE_READ
    }

    private final SplittableRandom chance = new SplittableRandom(20261005);
    private final MessageDispatch dispatch = new MessageDispatch(new DefaultEWrapper());

    @Test
    void damagedFramesEndInCallbacksOrInTheDocumentedExceptions() {
        List<String> golden = Vectors.incoming().stream().map(Vectors.Vector::payload).toList();
        Map<End, Integer> ends = new EnumMap<>(End.class);
        Map<String, String> others = new TreeMap<>();
        for (int i = 0; i < 100_000; i++) {
            String frame = damaged(golden.get(chance.nextInt(golden.size())), golden);
            byte[] body = frame.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
            try {
                ends.merge(dispatch(body, chance.nextInt(176, 201)), 1, Integer::sum);
            } catch (RuntimeException | Error wrong) {
                others.putIfAbsent(wrong.getClass() + " at " + wrong.getStackTrace()[0], frame + " gave " + wrong);
            }
        }
        assertThat(others).isEmpty();
        assertThat(ends).containsOnlyKeys(End.values()).allSatisfy(
                (end, count) -> assertThat(count).as(end.toString()).isGreaterThan(5_000));
    }

    /** Answers that the protocol page names without a layout (5.1): 505, and the next one comes. */
    @ParameterizedTest
    @ValueSource(ints = {16, 19, 20, 47, 51, 56, 65, 66, 67, 68, 69, 70, 77, 78, 80, 82, 83, 84, 85, 86, 87, 89, 92,
            103,
            104, 105})
    void answersWithoutALayoutAreReported(int id) throws IOException {
        Recorder recorder = new Recorder();
        MessageDispatch recorded = new MessageDispatch(recorder.wrapper());
        for (String payload : List.of(id + "|1|7|", "53|1|")) {
            byte[] body = payload.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
            recorded.dispatch(body, 0, body.length, 200);
        }
        assertThat(recorder.calls()).containsExactly(
                "error(-1, <now ms>, 505, \"Fatal Error: Unknown message id.\", null)", "openOrderEnd()");
    }

    private End dispatch(byte[] body, int version) {
        try {
            int from = chance.nextInt(20);
            byte[] among = new byte[from + body.length + 20];
            Arrays.fill(among, (byte) '7'); // a reader that goes beyond the body finds digits
            System.arraycopy(body, 0, among, from, body.length);
            dispatch.dispatch(among, from, from + body.length, version);
            return End.CALLBACKS;
        } catch (NumberFormatException broken) {
            assertThat(broken.getMessage()).isNotEmpty();
            return End.NOT_A_NUMBER;
        } catch (IOException broken) {
            assertThat(broken.getMessage()).isNotEmpty();
            return End.CANNOT_BE_READ;
        }
    }

    private String damaged(String payload, List<String> golden) {
        List<String> fields = new ArrayList<>(Arrays.asList(payload.split("\\|", -1)));
        fields.removeLast();
        for (int times = 1 + chance.nextInt(3); times > 0; times--) {
            int at = chance.nextInt(fields.size());
            switch (chance.nextInt(6)) {
                case 0 -> fields.add(at, fields.get(at));
                case 1 -> {
                    if (fields.size() > 1) {
                        fields.remove(at);
                    }
                }
                case 2 -> fields.set(at, Integer.toString(chance.nextInt() >>> chance.nextInt(32)));
                case 3 -> fields.addAll(Arrays.asList(golden.get(chance.nextInt(golden.size())).split("\\|", -1)));
                default -> fields.set(at, NASTY.get(chance.nextInt(NASTY.size())));
            }
        }
        String whole = String.join("|", fields) + "|";
        return chance.nextInt(8) == 0 ? whole.substring(0, chance.nextInt(whole.length())) : whole;
    }
}
