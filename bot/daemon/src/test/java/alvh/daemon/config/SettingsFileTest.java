package alvh.daemon.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import alvh.planner.plan.HedgeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsFileTest {

    private static final Map<String, String> ENV = Map.of("ALVH_ACCOUNT", "DUSIM0001");

    @TempDir
    Path folder;

    private SettingsFile.Result read(String text) throws IOException {
        Path file = folder.resolve("alvh.yaml");
        Files.writeString(file, text);
        return SettingsFile.read(file, ENV);
    }

    @Test
    void theTrackedFileIsTheDocumentationOfEveryKey() throws IOException {
        Path tracked = Path.of("..", "..", "config", "alvh.yaml");
        assertThat(Files.readString(tracked)).as("run SettingsTemplateWriter, the list of settings has changed")
                .isEqualTo(SettingsTemplate.text());
    }

    @Test
    void theDocumentedFileGivesTheDefaults() throws IOException {
        SettingsFile.Result result = read(SettingsTemplate.text());
        assertThat(result.problems()).isEmpty();
        assertThat(result.settings().hedge()).isEqualTo(HedgeSettings.DEFAULTS);
        assertThat(result.settings().whole(Setting.GATEWAY_PORT)).isEqualTo(4002);
    }

    @Test
    void keysLeftOutHaveTheirDefaults() throws IOException {
        assertThat(read("account:\n  id: DUSIM0001\n").settings().hash())
                .isEqualTo(read(SettingsTemplate.text()).settings().hash());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "budgt.share_of_premium | 0.2 | E-CFG-KEY | budget.share_of_premium",
            "budget.share_of_premium | 0.40 | E-CFG-RANGE | from 0.15 to 0.25",
            "budget.share_of_premium | 0.14 | E-CFG-RANGE | from 0.15 to 0.25",
            "budget.share_of_premium | 20 | E-CFG-RANGE | from 0.15 to 0.25",
            "budget.share_of_premium | NaN | E-CFG-RANGE | from 0.15 to 0.25",
            "budget.max_usd | 0 | E-CFG-MONEY | plain dollars",
            "budget.max_usd | -5 | E-CFG-MONEY | plain dollars",
            "budget.max_usd | 1e9 | E-CFG-MONEY | plain dollars",
            "budget.max_usd | NaN | E-CFG-MONEY | plain dollars",
            "budget.max_usd | `10,000` | E-CFG-MONEY | plain dollars",
            "budget.max_usd | `10.000,50` | E-CFG-MONEY | plain dollars",
            "budget.max_usd | 10000.005 | E-CFG-MONEY | plain dollars",
            "gateway.port | 0 | E-CFG-PORT | from 1 to 65535", "gateway.port | 70000 | E-CFG-PORT | from 1 to 65535",
            "gateway.port | four | E-CFG-PORT | from 1 to 65535",
            "gateway.client_id | 0 | E-CFG-CLIENTID | from 1",
            "gateway.client_id | 2147483648 | E-CFG-CLIENTID | from 1",
            "gateway.capture | true | E-CFG-ENUM | off", "gateway.capture | yes | E-CFG-ENUM | off",
            "gateway.market_data_lines | 80.5 | E-CFG-INT | whole",
            "gateway.host | 10.0.0.7 | E-CFG-HOST | allow_remote", "account.id | du1 | E-CFG-ACCT | capitals",
            "account.kind | Live | E-CFG-ENUM | simulated", "approval.mode | prod | E-CFG-ENUM | dry-run",
            "budget.net_losses | yes | E-CFG-BOOL | true", "schedule.daily | 0 0 10 * * | E-CFG-CRON | cron",
            "schedule.daily | 0 0 10 31 2 ? | E-CFG-CRON | cron",
            "schedule.daily | * * 10 ? * MON-FRI | E-CFG-CRON | cron",
            "schedule.daily | 0 0 3 ? * MON-FRI | E-CFG-CRON | cron",
            "layers.futures | steepener | E-CFG-REFUSED | short volatility and loses in just the crash",
            "layers.futures | vxm | E-CFG-REFUSED | expected roll-down",
            "layers.futures | flattener | E-CFG-REFUSED | sell to open", "layers.futures | both | E-CFG-ENUM | none",
            "data.allow_delayed | true | E-CFG-CROSS | paper"})
    void P24_aBadValueIsNamedWithItsPlace(String key, String value, String code, String expected) throws IOException {
        String[] parts = key.split("\\.");
        boolean account = parts[0].equals("account");
        String text = (account ? "" : "account:\n  id: DUSIM0001\n") + parts[0] + ":\n  " + parts[1] + ": \"" + value
                + "\"\n";
        SettingsFile.Result result = read(text);
        assertThat(result.settings()).isNull();
        assertThat(result.problems()).anySatisfy(p -> {
            assertThat(p.code()).isEqualTo(code);
            assertThat(p.line()).isEqualTo(account ? 2 : 4);
            assertThat(p.text()).contains(expected).contains("alvh.yaml:");
        });
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void P24_aCaptureIsOffUnlessSetAndIsWarnedOfWhenOn() throws IOException {
        assertThat(read("account:\n  id: DUSIM0001\n").settings().text(Setting.GATEWAY_CAPTURE)).isEqualTo("off");
        SettingsFile.Result on = read("account:\n  id: DUSIM0001\ngateway:\n  capture: on\n");
        assertThat(on.settings().effective()).containsEntry("gateway.capture", "on");
        assertThat(on.warnings()).singleElement().asString().contains("W-CAPTURE", "in clear");
    }

    @Test
    void P24_allMistakesComeAtOnce() throws IOException {
        SettingsFile.Result result = read("""
                account:
                  id: DUSIM0001
                budget:
                  share_of_premium: 0.40
                  max_usd: ten
                budgt:
                  x: 1
                gateway:
                  port: 0
                  port: 1
                """);
        assertThat(result.problems()).extracting(Problem::code).containsExactlyInAnyOrder("E-CFG-RANGE", "E-CFG-MONEY",
                "E-CFG-KEY", "E-CFG-DUP", "E-CFG-PORT");
    }

    @Test
    void P10_aRealAccountWhereSimulatedIsSetIsExitEleven() throws IOException {
        for (String account : new String[]{"U1234567", "DU1234567"}) {
            SettingsFile.Result result = read("account:\n  id: " + account + "\n");
            assertThat(result.exitCode()).isEqualTo(11);
            assertThat(result.problems()).singleElement()
                    .satisfies(p -> assertThat(p.text()).contains("kind simulated"));
        }
    }

    @Test
    void aMissingVariableSaysWhatToExport() throws IOException {
        Path file = folder.resolve("alvh.yaml");
        Files.writeString(file, "account:\n  id: ${ALVH_ACCOUNT}\n");
        assertThat(SettingsFile.read(file, Map.of()).problems()).singleElement()
                .satisfies(p -> assertThat(p.text()).contains("E-CFG-ENV").contains("export ALVH_ACCOUNT="));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | E-CFG-PARSE", "'a: [1' | E-CFG-PARSE", "'\tx: 1' | E-CFG-PARSE",
            "'account: !!javax.script.ScriptEngineManager []' | E-CFG-PARSE",
            "'budget:\n  max_usd: [1]' | E-CFG-PARSE"})
    void notYamlIsSaidWithItsPlace(String text, String code) throws IOException {
        assertThat(read(text).problems()).extracting(Problem::code).contains(code);
    }

    @Test
    void aMissingFileAndAFolderAreSaid() {
        assertThat(SettingsFile.read(folder.resolve("none.yaml"), ENV).problems()).singleElement()
                .satisfies(p -> assertThat(p.text()).contains("E-CFG-FILE").contains("does not exist"));
        assertThat(SettingsFile.read(folder, ENV).problems()).singleElement()
                .satisfies(p -> assertThat(p.text()).contains("is a folder"));
    }
}
