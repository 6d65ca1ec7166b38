package com.ib.client;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a property's setter is given, its getter gives back, and no other property changes with it. */
class PropertyTest {

    static Stream<String> dataClasses() {
        return SignatureTest.classes().filter(name -> !name.contains(".") && settable(type(name)));
    }

    private static boolean settable(Class<?> type) {
        return !type.isEnum() && !Modifier.isAbstract(type.getModifiers()) && !EClient.class.isAssignableFrom(type)
                && !EWrapper.class.isAssignableFrom(type)
                && !Thread.class.isAssignableFrom(type) && !setters(type).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dataClasses")
    void everySetterMovesItsOwnGetterOnly(String name) throws Exception {
        Class<?> type = type(name);
        for (Method setter : setters(type)) {
            Object given = setter.getName().equals("transmit") ? false : sample(setter.getParameterTypes()[0]);
            Object changed = fresh(type);
            Object untouched = fresh(type);
            setter.invoke(changed, given);
            for (Method getter : getters(type)) {
                String property = getter.getName();
                if (isOf(property, setter.getName())) {
                    Object got = getter.invoke(changed);
                    if (getter.getReturnType() == setter.getParameterTypes()[0]) {
                        assertThat(got).as(name + "." + property).isEqualTo(given);
                    }
                } else if (!derived(name, setter.getName(), property)) {
                    assertThat(Printer.value(getter.invoke(changed))).as(name + "." + property + " after " + setter)
                            .isEqualTo(Printer.value(getter.invoke(untouched)));
                }
            }
        }
    }

    /** What is told from another property: documented as such. */
    private static boolean derived(String name, String setter, String getter) {
        return switch (name + "." + getter) {
            case "Contract.isCombo" -> setter.equals("comboLegs");
            case "Contract.textDescription", "Contract.clone", "Order.hashCode", "CommissionAndFeesReport.hashCode" ->
                true;
            case "ContractDetails.conid" -> setter.equals("contract");
            case "Execution.lastLiquidityStr" -> setter.equals("lastLiquidity");
            case "Order.isCompeteAgainstBestOffsetUpToMid" -> setter.equals("competeAgainstBestOffset");
            default -> false;
        };
    }

    private static boolean isOf(String getter, String setter) {
        return getter.equals(setter)
                || getter.equals("get" + Character.toUpperCase(setter.charAt(0)) + setter.substring(1));
    }

    private static List<Method> setters(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 1 && method.getReturnType() == void.class
                        && method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers()))
                .toList();
    }

    private static List<Method> getters(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class
                        && method.getDeclaringClass() != Object.class && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers()) && !method.getName().equals("toString"))
                .toList();
    }

    private static Object fresh(Class<?> type) throws ReflectiveOperationException {
        if (OrderCondition.class.isAssignableFrom(type)) {
            String kind = type.getSimpleName().replace("Condition", "");
            return OrderCondition.create(OrderConditionType.valueOf(kind));
        }
        Constructor<?> constructor = type.getDeclaredConstructor();
        return constructor.newInstance();
    }

    private static Object sample(Class<?> type) throws ReflectiveOperationException {
        if (type == int.class) {
            return 3;
        }
        if (type == long.class) {
            return 8_000_000_001L;
        }
        if (type == double.class) {
            return 12.5;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Decimal.class) {
            return Decimal.get(7);
        }
        if (type == List.class) {
            return new ArrayList<>();
        }
        if (type == String[].class) {
            return new String[]{"OPT"};
        }
        if (type == SoftDollarTier.class) {
            return new SoftDollarTier("name", "value", "shown");
        }
        return type.isEnum() ? type.getEnumConstants()[0] : fresh(type);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("com.ib.client." + name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
