package com.ib.client;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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

/** The public members of com.ib.client are those of the signature list, no fewer and no more. */
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
        Class<?> type = Class.forName("com.ib.client." + name.replace('.', '$'));
        Set<String> listed = LISTED.get(name);
        Set<String> inherited = type.getSuperclass() == null
                ? Set.of()
                : LISTED.getOrDefault(name(type.getSuperclass()), Set.of());
        Set<String> members = members(type);
        members.removeIf(member -> inherited.contains(member) && !listed.contains(member));
        assertThat(members).isEqualTo(listed);
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

    private static Set<String> members(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            members.add("new(" + types(constructor.getParameterTypes()) + ")");
        }
        Arrays.stream(type.getDeclaredFields()).filter(field -> Modifier.isPublic(field.getModifiers()))
                .forEach(field -> members.add(field.getName()));
        for (Class<?> at = type; at == type
                || at != null && PARTS.contains(at.getSimpleName()); at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                boolean ofEveryEnum = type.isEnum()
                        && (method.getName().equals("values") || method.getName().equals("valueOf"));
                if (Modifier.isPublic(method.getModifiers()) && !method.isBridge() && !ofEveryEnum) {
                    members.add(name(method.getReturnType()) + " " + method.getName() + "("
                            + types(method.getParameterTypes()) + ")");
                }
            }
        }
        return members;
    }

    private static String types(Class<?>[] types) {
        return Arrays.stream(types).map(SignatureTest::name).collect(Collectors.joining(", "));
    }

    private static String name(Class<?> type) {
        if (type.isArray()) {
            return name(type.getComponentType()) + "[]";
        }
        return type.getEnclosingClass() == null || !type.getName().startsWith("com.ib")
                ? type.getSimpleName()
                : type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
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
                all.put(line, members);
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
            case "method" -> List.of(line.substring("method ".length()).replaceAll("<[^()]*?>(?=[,)])", ""));
            case "constants" -> List.of(words).subList(1, words.length);
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
