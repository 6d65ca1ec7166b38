package alvh.proof;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every member of our own com.ib.client is in the client on the class path too, with the same types: the proof that ours
 * is a subset, made again with each jar that -Dtws.api puts there. The list is the one that tws-api's own test uses.
 */
class InstalledClientTest {

    private static final Path LIST = Path.of("").toAbsolutePath()
            .resolveSibling("tws-api/src/test/resources/signatures.txt");

    @Test
    void nothingIsOfferedByOurOwnClientThatThisOneLacks() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> present = Set.of();
        String type = "";
        int compared = 0;
        for (String line : Files.readAllLines(LIST)) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (!line.startsWith(" ")) {
                type = line.substring(0, line.indexOf(": "));
                present = members(type);
                if (present.isEmpty()) {
                    missing.add(type);
                }
                continue;
            }
            for (String member : expand(line.strip())) {
                compared++;
                if (!present.contains(member)) {
                    missing.add(type + ": " + member);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(compared).isGreaterThan(900);
    }

    /** Empty when there is no such class. */
    private static Set<String> members(String name) {
        Class<?> type;
        try {
            type = Class.forName("com.ib.client." + name.replace('.', '$'));
        } catch (ClassNotFoundException missing) {
            return Set.of();
        }
        Set<String> members = new HashSet<>(Set.of("class"));
        for (Constructor<?> made : type.getConstructors()) {
            members.add("new(" + types(made.getGenericParameterTypes()) + ")");
        }
        for (Field field : type.getFields()) {
            members.add(field.getName());
        }
        // Not getMethods: what a class inherits from a hidden parent it shows without type arguments.
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            Arrays.stream(at.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()))
                    .forEach(method -> members.add(text(method)));
        }
        Arrays.stream(type.getMethods()).forEach(method -> members.add(text(method)));
        return members;
    }

    private static String text(Method method) {
        return name(method.getGenericReturnType()) + " " + method.getName() + "("
                + types(method.getGenericParameterTypes()) + ")";
    }

    /** The forms of the list's lines, each as members() writes it; static and throws are left to tws-api's own test. */
    private static List<String> expand(String line) {
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "constructor" -> List.of("new(" + line.substring("constructor".length()).strip() + ")");
            case "method" -> List.of(line.replaceFirst("^method (static )?", "").replaceFirst(" throws .*", ""));
            case "constants" -> List.of(words).subList(1, words.length);
            case "constant" -> List.of(words[2]);
            case "field" -> List.of(words).subList(2, words.length);
            case "get" -> accessors(words, 2).map(name -> words[1] + " " + name + "()").toList();
            case "property" -> accessors(words, 2)
                    .flatMap(name -> Stream.of(words[1] + " " + name + "()", "void " + name + "(" + words[1] + ")"))
                    .toList();
            case "enum" -> accessors(words, 3)
                    .flatMap(name -> Stream.of(words[1] + " " + name + "()",
                            words[2] + " get" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "()",
                            "void " + name + "(" + words[2] + ")", "void " + name + "(" + words[1] + ")"))
                    .toList();
            default -> throw new AssertionError(line);
        };
    }

    private static Stream<String> accessors(String[] words, int from) {
        return new ArrayList<>(List.of(words)).subList(from, words.length).stream();
    }

    private static String types(Type[] types) {
        return Arrays.stream(types).map(InstalledClientTest::name).collect(Collectors.joining(", "));
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType of) {
            return name(of.getRawType()) + "<" + types(of.getActualTypeArguments()) + ">";
        }
        if (!(type instanceof Class<?> plain)) {
            return type.getTypeName();
        }
        if (plain.isArray()) {
            return name(plain.getComponentType()) + "[]";
        }
        return plain.getEnclosingClass() == null || !plain.getName().startsWith("com.ib")
                ? plain.getSimpleName()
                : plain.getEnclosingClass().getSimpleName() + "." + plain.getSimpleName();
    }
}
