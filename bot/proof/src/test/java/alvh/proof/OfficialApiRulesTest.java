package alvh.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.ib.client.Contract;
import com.ib.client.Decimal;
import com.ib.client.DefaultEWrapper;
import com.ib.client.EClientSocket;
import com.ib.client.EReader;
import com.ib.client.EWrapper;
import com.ib.client.Execution;
import com.ib.client.Order;
import com.ib.client.OrderCancel;
import com.ib.client.TagValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the daemon must not do with com.ib.client, so that it compiles and behaves the same against every official jar
 * from 10.37 on (protocol page 8.1). The walk sees calls, constructors, and types of fields, parameters and results; it
 * does not see what a local variable holds, nor who depends on a toString text.
 */
class OfficialApiRulesTest {

    private static final String API = "com.ib.client";
    private static final Set<String> WITH_ARGUMENTS = Set.of(EClientSocket.class.getName(), EReader.class.getName(),
            TagValue.class.getName());
    private static final Set<String> NO_KEYS = Set.of(Order.class.getName(), Contract.class.getName(),
            Execution.class.getName());
    private static final Set<String> NEWER = Set.of("Order.allowPreOpen", "Order.deactivate", "Order.hedgeMaxSize",
            "Order.ignoreOpenAuction", "Order.postOnly", "Order.ptOrderId", "Order.ptOrderType", "Order.slOrderId",
            "Order.slOrderType", "Order.seekPriceImprovement", "Order.whatIfType", "ContractDetails.lastPricePrecision",
            "ContractDetails.lastSizePrecision", "ContractDetails.minAlgoSize", "Execution.optExerciseOrLapseType",
            "EClientSocket.cancelContractData", "EClientSocket.cancelHistoricalTicks", "EClientSocket.reqConfig",
            "EClientSocket.updateConfig");

    @Test
    void theDaemonKeepsToWhatEveryOfficialJarHas() {
        Set<String> breaches = new TreeSet<>();
        var daemon = new ClassFileImporter().withImportOption(new HouseRulesTest.NoTests())
                .importPackages("alvh.daemon");
        assertThat(daemon.stream().filter(OfficialApiRulesTest::speaks)).as("classes that speak it")
                .hasSizeGreaterThan(5);
        daemon.forEach(type -> breaches.addAll(breaches(type)));
        assertThat(breaches).isEmpty();
    }

    @Test
    void everyRuleCanBeBroken() {
        List<String> found = new ArrayList<>();
        var wrong = new ClassFileImporter().importClasses(Wrong.class, WrongWrapper.class);
        wrong.forEach(type -> found.addAll(breaches(type)));
        assertThat(found).map(breach -> breach.substring(breach.indexOf(": ") + 2)).containsExactlyInAnyOrder(
                "implements EWrapper", "constructs OrderCancel with arguments", "calls Decimal.get(double)",
                "reads Order.algoStrategy() as an enumeration", "compares with Order.equals()",
                "keeps Contract as a key", "keeps Order as a key");
    }

    private static boolean speaks(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getPackageName().startsWith(API));
    }

    private static List<String> breaches(JavaClass type) {
        List<String> breaches = new ArrayList<>();
        if (type.getRawInterfaces().stream().anyMatch(face -> face.getName().equals(EWrapper.class.getName()))) {
            breaches.add("implements EWrapper");
        }
        type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> name.startsWith("com.google.protobuf") || name.startsWith(API + "."))
                .forEach(name -> breaches.add("knows " + name));
        type.getConstructorCallsFromSelf().forEach(call -> constructor(call, breaches));
        type.getMethodCallsFromSelf().forEach(call -> method(call, breaches));
        type.getFields().forEach(field -> key(field.getType(), breaches));
        type.getCodeUnits().forEach(unit -> types(unit).forEach(used -> key(used, breaches)));
        return breaches.stream().map(breach -> type.getSimpleName() + ": " + breach).toList();
    }

    private static List<JavaType> types(JavaCodeUnit unit) {
        List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
        types.add(unit.getReturnType());
        return types;
    }

    private static void constructor(JavaConstructorCall call, List<String> breaches) {
        JavaClass made = call.getTargetOwner();
        boolean ours = made.getPackageName().equals(API);
        if (ours && !call.getTarget().getRawParameterTypes().isEmpty() && !WITH_ARGUMENTS.contains(made.getName())) {
            breaches.add("constructs " + made.getSimpleName() + " with arguments");
        }
        if (made.getName().equals(API + ".OrderState")) {
            breaches.add("constructs OrderState");
        }
    }

    private static void method(JavaMethodCall call, List<String> breaches) {
        JavaClass owner = call.getTargetOwner();
        if (!owner.getPackageName().equals(API)) {
            return;
        }
        String name = owner.getSimpleName() + "." + call.getName();
        if (NEWER.contains(name) || call.getName().endsWith("ProtoBuf")
                || name.startsWith("ContractDetails.eventContract")) {
            breaches.add("uses " + name + ", newer than 10.37");
        }
        boolean ofDouble = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(p -> p.isEquivalentTo(double.class));
        if (name.equals("Decimal.get") && ofDouble) {
            breaches.add("calls Decimal.get(double)");
        }
        if (call.getTarget().getRawReturnType().isEnum() && call.getTarget().getRawParameterTypes().isEmpty()) {
            breaches.add("reads " + name + "() as an enumeration");
        }
        if (NO_KEYS.contains(owner.getName()) && Set.of("equals", "hashCode").contains(call.getName())) {
            breaches.add("compares with " + name + "()");
        }
    }

    private static void key(JavaType type, List<String> breaches) {
        if (!(type instanceof JavaParameterizedType of)) {
            return;
        }
        JavaClass raw = of.toErasure();
        JavaClass first = of.getActualTypeArguments().get(0).toErasure();
        if ((raw.isAssignableTo(Map.class) || raw.isAssignableTo(Set.class)) && NO_KEYS.contains(first.getName())) {
            breaches.add("keeps " + first.getSimpleName() + " as a key");
        }
    }

    /** Does what it must not. */
    @SuppressWarnings("unused")
    private static final class Wrong {

        private final Map<Contract, String> names = new HashMap<>();

        private static Set<Order> working() {
            return Set.of();
        }

        private String all(Order order, Object other) {
            new OrderCancel("now");
            return "" + order.algoStrategy() + Decimal.get(0.5) + order.equals(other);
        }
    }

    /** Abstract, because an official jar wants more of it than is described. */
    @SuppressWarnings("unused")
    private abstract static class WrongWrapper extends DefaultEWrapper implements EWrapper {}
}
