package org.openmembership.security;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;

/** Every place in the arguments of a call where a text stands or could stand, however deep in records and lists. */
final class TextFields {
    private final Type[] types;
    private final Object[] arguments;
    private final Function<Type, @Nullable Object> samples;

    /** @param samples makes something of a type where nothing stands; null where it cannot */
    TextFields(Type[] types, Object[] arguments, Function<Type, @Nullable Object> samples) {
        this.types = types;
        this.arguments = arguments;
        this.samples = samples;
    }

    /** Another value of the same type with a text somewhere in it. */
    private interface Changed {
        Object with(String text);
    }

    private record Place(String path, Changed changed) {}

    List<String> paths() {
        return all().stream().map(Place::path).toList();
    }

    /**
     * The arguments with a text at a path.
     *
     * @throws IllegalArgumentException if a noun on the way there refuses it
     */
    Object[] with(String path, String text) {
        Place place = all().stream()
                .filter(found -> found.path().equals(path))
                .findFirst()
                .orElseThrow();
        return (Object[]) place.changed().with(text);
    }

    private List<Place> all() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            int number = i;
            for (Place inner : in(types[i], arguments[i], Integer.toString(i))) {
                places.add(new Place(inner.path(), text -> {
                    Object[] copy = arguments.clone();
                    copy[number] = inner.changed().with(text);
                    return copy;
                }));
            }
        }
        return places;
    }

    private List<Place> in(Type type, @Nullable Object value, String path) {
        if (type == String.class) {
            return List.of(new Place(path, text -> text));
        }
        if (value instanceof Collection<?> several) {
            return inCollection(type, several, path);
        }
        Object there = value == null ? samples.apply(type) : value;
        boolean ours = there instanceof Record && !(there instanceof Club);
        return ours ? inRecord((Record) there, path) : List.of();
    }

    private List<Place> inCollection(Type type, Collection<?> several, String path) {
        Type of = type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
        Object first = several.stream().findFirst().orElse(null);
        return in(of, first, path + "[0]").stream()
                .map(inner -> new Place(inner.path(), text -> {
                    Object changed = inner.changed().with(text);
                    return several instanceof Set ? Set.of(changed) : List.of(changed);
                }))
                .toList();
    }

    private List<Place> inRecord(Record value, String path) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] values =
                Stream.of(components).map(component -> read(component, value)).toArray();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            int number = i;
            String place = path + "." + components[i].getName();
            for (Place inner : in(components[i].getGenericType(), values[i], place)) {
                places.add(new Place(inner.path(), text -> {
                    Object[] copy = values.clone();
                    copy[number] = inner.changed().with(text);
                    return made(value.getClass(), components, copy);
                }));
            }
        }
        return places;
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException hidden) {
            throw new LinkageError(value.getClass() + " " + component, hidden);
        }
    }

    private static Object made(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            return type.getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException byNoun) {
                throw byNoun;
            }
            throw new LinkageError(type + " throws " + refused.getCause(), refused.getCause());
        } catch (ReflectiveOperationException hidden) {
            throw new LinkageError(type.toString(), hidden);
        }
    }
}
