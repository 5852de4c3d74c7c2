package org.callcause.fuzzing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All that an object of the library answers to questions without arguments, and what its answers answer in turn. Found
 * by reflection, so that no reader can be forgotten.
 */
final class Everything {

    /** Deeper than a message is nested: message, headers, an address, its URI, its parameters. */
    private static final int DEEPEST = 7;

    /** Copies of what is asked already, and places, which move when a message stands elsewhere in the input. */
    private static final Set<String> NOT_ASKED = Set.of("toString", "hashCode", "getClass", "detach", "offset");

    private static final Map<Class<?>, List<Method>> QUESTIONS = new ConcurrentHashMap<>();

    private final StringBuilder answers = new StringBuilder();

    private Everything() {}

    /** The answers, one after another; what a question throws comes out unchanged. */
    static String of(Object object) {
        Everything everything = new Everything();
        everything.tell(object, 0);
        return everything.answers.toString();
    }

    private void tell(Object object, int depth) {
        if (object instanceof Optional<?> optional) {
            tellAll(optional.stream().toList(), depth);
        } else if (object instanceof Collection<?> collection) {
            tellAll(collection, depth);
        } else if (object instanceof byte[] bytes) {
            answers.append(new String(bytes, StandardCharsets.ISO_8859_1));
        } else if (object instanceof Enum<?> || !object.getClass().getName().startsWith("org.callcause.")) {
            answers.append(object);
        } else if (depth < DEEPEST) {
            for (Method question : QUESTIONS.computeIfAbsent(object.getClass(), Everything::questions)) {
                answers.append(question.getName()).append('=');
                tell(answer(object, question), depth + 1);
                answers.append('\n');
            }
        }
    }

    private void tellAll(Collection<?> collection, int depth) {
        answers.append('[');
        for (Object each : collection) {
            tell(each, depth);
            answers.append(',');
        }
        answers.append(']');
    }

    private static List<Method> questions(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass().getName().startsWith("org.callcause.")
                        && Modifier.isPublic(method.getDeclaringClass().getModifiers())
                        && method.getReturnType() != void.class
                        && !method.isBridge()
                        && !NOT_ASKED.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static Object answer(Object object, Method question) {
        Object answer;
        try {
            answer = question.invoke(object);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(question + " throws", thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
        if (answer == null) {
            throw new AssertionError(question + " answers null");
        }
        return answer;
    }
}
