package com.ib.client;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The public and protected members of com.ib.client are those of the signature list, no fewer and no more: names, types
 * with their arguments, static, thrown exceptions, constants with their values, and what a class extends.
 */
class SignatureTest {

    private static final Set<String> PARTS = Set.of("OrderTicket", "OrderPegs", "OrderSchemes", "RequestSender");
    private static final Map<String, Set<String>> LISTED = listed();

    static Stream<String> classes() {
        return LISTED.keySet().stream();
    }

    @Test
    void noOtherPublicClass() throws Exception {
        assertThat(publicClasses()).isEqualTo(new TreeSet<>(LISTED.keySet()));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void members(String name) throws Exception {
        Class<?> type = type(name);
        Set<String> listed = LISTED.get(name);
        Set<String> inherited = type.getSuperclass() == null
                ? Set.of()
                : LISTED.getOrDefault(name(type.getSuperclass()), Set.of());
        Set<String> members = members(type);
        members.removeIf(member -> inherited.contains(member) && !listed.contains(member));
        assertThat(members).isEqualTo(listed);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName("com.ib.client." + name.replace('.', '$'));
    }

    private static Set<String> publicClasses() throws Exception {
        URI root = EClient.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (Stream<Path> files = Files.list(Path.of(root).resolve("com/ib/client"))) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".class"))
                    .map(file -> load(file.substring(0, file.length() - ".class".length())))
                    .filter(SignatureTest::isPublic).map(type -> name(type))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName("com.ib.client." + name);
        } catch (ClassNotFoundException broken) {
            throw new AssertionError(broken);
        }
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    /** The kind and every member that other packages can reach, protected ones too. */
    private static Set<String> members(Class<?> type) throws IllegalAccessException {
        Set<String> members = new TreeSet<>();
        members.add(kind(type));
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (reachable(constructor.getModifiers()) && !type.isEnum()) {
                members.add("new(" + types(constructor.getGenericParameterTypes()) + ")");
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (reachable(field.getModifiers())) {
                members.add(text(field));
            }
        }
        for (Class<?> at = type; at == type
                || at != null && PARTS.contains(at.getSimpleName()); at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                boolean ofEveryEnum = type.isEnum()
                        && (method.getName().equals("values") || method.getName().equals("valueOf"));
                if (reachable(method.getModifiers()) && !method.isBridge() && !ofEveryEnum) {
                    members.add(text(method));
                }
            }
        }
        return members;
    }

    private static boolean reachable(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** Of "final" only what the page says of TagValue; a package-private parent is no part of the face. */
    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "enum";
        }
        boolean isAbstract = Modifier.isAbstract(type.getModifiers()) && !type.isInterface();
        StringBuilder kind = new StringBuilder(
                type.isInterface() ? "interface" : isAbstract ? "abstract class" : "class");
        if (type == TagValue.class && Modifier.isFinal(type.getModifiers())) {
            kind.insert(0, "final ");
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent != Object.class && Modifier.isPublic(parent.getModifiers())) {
            kind.append(" extends ").append(name(parent));
        }
        for (Type implemented : type.getGenericInterfaces()) {
            kind.append(" implements ").append(name(implemented));
        }
        return kind.toString();
    }

    private static String text(Field field) throws IllegalAccessException {
        if (field.isEnumConstant()) {
            return field.getName();
        }
        String typed = name(field.getGenericType()) + " " + field.getName();
        boolean constant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
        return constant ? "constant " + typed + " " + field.get(null) : "field " + typed;
    }

    private static String text(Method method) {
        String thrown = types(method.getGenericExceptionTypes());
        return (Modifier.isStatic(method.getModifiers()) ? "static " : "") + name(method.getGenericReturnType()) + " "
                + method.getName() + "(" + types(method.getGenericParameterTypes()) + ")"
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String types(Type[] types) {
        return Arrays.stream(types).map(SignatureTest::name).collect(Collectors.joining(", "));
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType of) {
            return name(of.getRawType()) + "<" + types(of.getActualTypeArguments()) + ">";
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isArray()) {
            return name(plain.getComponentType()) + "[]";
        }
        return plain.getEnclosingClass() == null || !plain.getName().startsWith("com.ib")
                ? plain.getSimpleName()
                : plain.getEnclosingClass().getSimpleName() + "." + plain.getSimpleName();
    }

    private static Map<String, Set<String>> listed() {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        Set<String> members = Set.of();
        for (String line : lines()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                members = new TreeSet<>();
                members.add(line.substring(line.indexOf(": ") + 2));
                all.put(line.substring(0, line.indexOf(": ")), members);
            } else {
                members.addAll(expand(line.strip()));
            }
        }
        return all;
    }

    private static List<String> expand(String line) {
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "constructor" -> List.of("new(" + line.substring("constructor".length()).strip() + ")");
            case "method" -> List.of(line.substring("method ".length()));
            case "constants" -> List.of(words).subList(1, words.length);
            case "constant" -> List.of(words.length == 4 ? line : line + " ");
            case "field" -> names(words, 2).map(name -> "field " + words[1] + " " + name).toList();
            case "get" -> names(words, 2).map(name -> words[1] + " " + name + "()").toList();
            case "property" -> names(words, 2)
                    .flatMap(name -> Stream.of(words[1] + " " + name + "()", "void " + name + "(" + words[1] + ")"))
                    .toList();
            case "enum" -> names(words, 3)
                    .flatMap(name -> Stream.of(words[1] + " " + name + "()", words[2] + " get" + capital(name) + "()",
                            "void " + name + "(" + words[2] + ")", "void " + name + "(" + words[1] + ")"))
                    .toList();
            default -> throw new AssertionError(line);
        };
    }

    private static Stream<String> names(String[] words, int from) {
        return Arrays.stream(words).skip(from);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static List<String> lines() {
        try (InputStream in = SignatureTest.class.getResourceAsStream("/signatures.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
