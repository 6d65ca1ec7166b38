package alvh.planner.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** S24, S26 and S57. Deviations and correlations by NumPy on the same series. */
class SessionMeasuresTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    /** 80 weekdays of results that look like noise and can be written in one line of any language. */
    private static List<Session> sessions(int count) {
        List<Session> sessions = new ArrayList<>();
        LocalDate day = START;
        while (sessions.size() < count) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                int i = sessions.size();
                sessions.add(new Session(day, 50_000 + 10 * i, (i * 104_729L % 89 - 50) * 1.5,
                        (i * 7919L % 101 - 45) * 3.0, (i * 6151L % 97 - 48) * 2.0));
            }
        }
        return sessions;
    }

    @Test
    void S26_volatilityOfRollingReturnsWithAndWithoutTheHedge() {
        ReturnVolatility v = ReturnVolatility.of(START, sessions(80));
        assertThat(v.because()).isNull();
        assertThat(v.windows()).isEqualTo(60);
        assertThat(v.hedged()).isCloseTo(0.04468750640547498, within(1e-12));
        assertThat(v.unhedged()).isCloseTo(0.03956453215386719, within(1e-12));
        assertThat(v.difference()).isPositive();
        assertThat(v.hedgedReturn().method()).isEqualTo(MoneyWeighted.Method.DIETZ);
    }

    @Test
    void S26_isMissingBeforeThreeMonths() {
        List<Session> short_ = sessions(64);
        assertThat(short_.get(63).date()).isBefore(START.plusMonths(3));
        ReturnVolatility v = ReturnVolatility.of(START, short_);
        assertThat(v.hedged()).isNaN();
        assertThat(v.because()).isEqualTo("64 sessions are remembered, three months are needed");
        assertThat(ReturnVolatility.of(START, sessions(65)).because()).isNull();
        assertThat(ReturnVolatility.of(START, List.of()).because()).isNotNull();
    }

    @Test
    void S26_aHedgeThatOffsetsTheBookMakesReturnsSteadier() {
        List<Session> offset = sessions(80).stream()
                .map(s -> new Session(s.date(), s.capital(), -0.5 * s.book(), s.book(), 0)).toList();
        assertThat(ReturnVolatility.of(START, offset).difference()).isNegative();
    }

    @Test
    void S24_correlationOfTheLastSixtySessions() {
        Independence i = Independence.of(sessions(80));
        assertThat(i.sessions()).isEqualTo(60);
        assertThat(i.correlation()).isCloseTo(-0.060513254437996274, within(1e-12));
        assertThat(i.healthy()).isTrue();
        assertThat(Independence.of(sessions(40)).correlation()).isCloseTo(0.06815614846232311, within(1e-12));
    }

    @Test
    void S24_isNotAvailableUntilFortyMarks() {
        assertThat(Independence.of(sessions(39)).correlation()).isNaN();
        assertThat(Independence.of(sessions(39)).because()).isEqualTo("39 sessions are known, 40 are needed");
        assertThat(Independence.of(sessions(39)).healthy()).isFalse();
        List<Session> idle = sessions(50).stream().map(s -> new Session(s.date(), s.capital(), 0, s.book(), s.book()))
                .toList();
        assertThat(Independence.of(idle).because()).contains("never moved");
    }

    @Test
    void S57_sharesOfWhatWasDueAndWanted() {
        Discipline d = new Discipline(40, 38, 8, 6, 3);
        assertThat(d.onTimePercent()).isEqualTo(95);
        assertThat(d.matchingPercent()).isEqualTo(75);
        assertThat(new Discipline(0, 0, 0, 0, 0).onTimePercent()).isNaN();
        assertThat(new Discipline(0, 0, 0, 0, 0).matchingPercent()).isNaN();
        assertThatThrownBy(() -> new Discipline(1, 2, 0, 0, 0)).hasMessageContaining("impossible");
    }
}
