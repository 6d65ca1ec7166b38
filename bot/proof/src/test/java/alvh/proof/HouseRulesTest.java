package alvh.proof;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The walls of the house: who may import whom, and where time and chance may enter. */
@AnalyzeClasses(packages = "alvh", importOptions = HouseRulesTest.NoTests.class)
class HouseRulesTest {

    /** ArchUnit's own option knows only the build folder target. */
    static final class NoTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule onlyTheBrokerRoomKnowsTheBrokersApi = noClasses().that()
            .resideOutsideOfPackages("alvh.daemon.broker..", "com.ib.client..").should().dependOnClassesThat()
            .resideInAPackage("com.ib.client..").allowEmptyShould(true);

    @ArchTest
    static final ArchRule plannerIsPure = noClasses().that().resideInAPackage("alvh.planner..").should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("alvh.planner..", "java.lang..", "java.util", "java.util.function",
                    "java.util.stream", "java.util.regex", "java.time..", "java.math", "java.text", "java.security",
                    "java.nio.charset", "java.io", "org.hipparchus..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule simulatorNeverSeesTheDaemon = noClasses().that().resideInAPackage("alvh.simulator..").should()
            .dependOnClassesThat().resideInAnyPackage("alvh.daemon..", "com.ib.client..").allowEmptyShould(true);

    @ArchTest
    static final ArchRule noRings = slices().matching("alvh.(*).(*)..").should().beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noAmbientTime = noClasses().that().resideInAPackage("alvh..").and()
            .doNotHaveFullyQualifiedName("alvh.daemon.Wiring").and().doNotHaveFullyQualifiedName("alvh.simulator.Main")
            .should()
            .callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime").orShould()
            .callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now").orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould().callMethod(java.time.ZoneId.class, "systemDefault").orShould()
            .callConstructor(java.util.Random.class).orShould().callMethod(Math.class, "random").orShould()
            .callMethod(java.util.UUID.class, "randomUUID").allowEmptyShould(true);
}
