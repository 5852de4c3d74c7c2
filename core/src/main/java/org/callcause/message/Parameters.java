package org.callcause.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of a header value or a URI, in their order, repeated ones kept. */
public final class Parameters {
    /** No parameters. */
    public static final Parameters NONE = new Parameters(List.of());

    private final List<Parameter> all;

    private Parameters(List<Parameter> all) {
        this.all = all;
    }

    /** Reads {@code ;a=b;c}, with or without the first semicolon; quoted values may hold semicolons. */
    public static Parameters parse(String text) {
        return text.isEmpty() ? NONE : of(Lexical.split(text, ';'));
    }

    static Parameters of(List<String> pieces) {
        List<Parameter> all = new ArrayList<>(pieces.size());
        for (String piece : pieces) {
            if (!piece.isEmpty()) {
                all.add(Parameter.parse(piece));
            }
        }
        return all.isEmpty() ? NONE : new Parameters(List.copyOf(all));
    }

    /** The value of the first parameter of this name in any case; {@code ""} where it has no value. */
    public Optional<String> value(String name) {
        for (Parameter parameter : all) {
            if (parameter.name().equalsIgnoreCase(name)) {
                return Optional.of(parameter.value());
            }
        }
        return Optional.empty();
    }

    /** Whether there is a parameter of this name, in any case. */
    public boolean has(String name) {
        return value(name).isPresent();
    }

    /** Every parameter in its order. */
    public List<Parameter> all() {
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Parameters parameters && all.equals(parameters.all));
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** For people: {@code ;name=value;flag}, values without their quotes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : all) {
            text.append(';').append(parameter.name());
            if (!parameter.value().isEmpty()) {
                text.append('=').append(parameter.value());
            }
        }
        return text.toString();
    }
}
