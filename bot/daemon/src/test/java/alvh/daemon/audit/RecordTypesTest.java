package alvh.daemon.audit;

import alvh.daemon.desk.JournalRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordTypesTest {

    @Test
    void namesAreUpperSnakeCase() {
        assertThat(RecordTypes.name(JournalRecord.PlanState.class)).isEqualTo("PLAN_STATE");
        assertThat(RecordTypes.name(JournalRecord.SnapshotDigest.class)).isEqualTo("SNAPSHOT_DIGEST");
    }

    @Test
    void anUnknownTypeNamesTheNewerBuild() {
        assertThatThrownBy(() -> RecordTypes.read("FUTURE_THING", "{}")).hasMessageContaining("FUTURE_THING")
                .hasMessageContaining("not known to this build");
    }
}
