package org.openmembership.security;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.customers.CustomerForm;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.GroupAudience;
import org.openmembership.importing.CustomerImport;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.importing.MemberImport;
import org.openmembership.member.MemberId;
import org.openmembership.notes.NoteForm;
import org.openmembership.purchase.Purchase;
import org.openmembership.registration.Registrant;
import org.openmembership.request.RequestedAddress;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.warning.WarningWindow;

/**
 * What to call a method with: ids of one or another person wherever there is room for an id, and something plain where there
 * is none. Whatever is no id and cannot be made here needs a line of its own.
 *
 * @param first whose the first id is
 * @param others whose all further ids are
 */
record Arguments(TwinIds first, TwinIds others, Instant now, Club club) {
    static final String NONE = "no argument is known for ";

    Object[] of(Method method) {
        Turn turn = new Turn();
        return Stream.of(method.getGenericParameterTypes())
                .map(type -> make(type, turn))
                .toArray();
    }

    /** Something of a type; null where nothing can be made. */
    @Nullable
    Object sample(Type type) {
        try {
            return make(type, new Turn());
        } catch (IllegalStateException unknown) {
            return null;
        }
    }

    /** What has been made for a call so far: later times are later. */
    private static final class Turn {
        private boolean begun;
        private int days;
    }

    private Object make(Type type, Turn turn) {
        Class<?> raw = raw(type);
        Optional<Object> id = id(raw, turn);
        return id.orElseGet(() -> plain(raw, turn).orElseGet(() -> composed(type, raw, turn)));
    }

    private Optional<Object> id(Class<?> raw, Turn turn) {
        TwinIds whose = turn.begun ? others : first;
        Optional<Object> id = whose.of(raw);
        if (id.isPresent()) {
            turn.begun = true;
        }
        return id;
    }

    private Optional<Object> plain(Class<?> raw, Turn turn) {
        turn.days++;
        Map<Class<?>, Object> plain = new HashMap<>();
        plain.put(String.class, first.email().typed());
        plain.put(int.class, 1);
        plain.put(long.class, 1L);
        plain.put(boolean.class, true);
        plain.put(Integer.class, 1);
        plain.put(Long.class, 1L);
        plain.put(Boolean.class, true);
        plain.put(ZoneId.class, ZoneOffset.UTC);
        plain.put(BigDecimal.class, BigDecimal.ONE);
        plain.put(Instant.class, now.plus(Duration.ofDays(turn.days)));
        plain.put(LocalDate.class, LocalDate.of(2026, 5, 1).plusDays(turn.days));
        plain.put(Period.class, Period.ofDays(30));
        plain.put(Duration.class, Duration.ofMinutes(5));
        plain.put(CurrencyUnit.class, CurrencyUnit.EUR);
        plain.put(Money.class, Money.of(CurrencyUnit.EUR, 1));
        plain.put(BigMoney.class, BigMoney.of(CurrencyUnit.EUR, 1));
        plain.put(WarningWindow.class, WarningWindow.withinDays(30));
        plain.put(Points.class, Points.of(1));
        plain.put(ReasonCode.class, ReasonCode.of("ASKED"));
        plain.put(Page.Request.class, Page.Request.first(10));
        plain.put(Writer.class, new StringWriter());
        plain.put(Club.class, club);
        return Optional.ofNullable(plain.get(raw)).or(() -> form(raw));
    }

    private Optional<Object> form(Class<?> raw) {
        Map<Class<?>, Object> forms = new HashMap<>();
        String file =
                "reference,firstName,lastName,email\n1,A,B," + first.email().typed() + "\n";
        forms.put(InputStream.class, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        forms.put(
                ImportOptions.class,
                ImportOptions.of(ImportKind.CUSTOMERS, ImportFormat.CSV).source("pos"));
        forms.put(CustomerForm.class, CustomerForm.builder().name("A", "B").build());
        forms.put(NoteForm.class, NoteForm.note("text"));
        forms.put(
                RequestedAddress.class,
                RequestedAddress.in("GB").lines("1 Lane", null).build());
        forms.put(
                Registrant.class,
                Registrant.builder()
                        .name("A", "B")
                        .email(first.email().typed())
                        .acceptTerms("terms-1")
                        .build());
        forms.put(
                CustomerImport.class,
                CustomerImport.of("till-1", first.name + "-stray")
                        .name("A", "B")
                        .build());
        forms.put(
                MemberImport.class,
                MemberImport.of("till-1", first.name + "-stray").name("A", "B").build());
        forms.put(
                CustomerGroup.class,
                CustomerGroup.segment(first.get(CustomerGroupCode.class), "Group", GroupAudience.PRIVATE));
        forms.put(Purchase.class, TwinIds.purchase(first.get(ExternalKey.class), others.get(MemberId.class), now));
        return Optional.ofNullable(forms.get(raw));
    }

    private Object composed(Type type, Class<?> raw, Turn turn) {
        if (Collection.class.isAssignableFrom(raw)) {
            Object one = make(((ParameterizedType) type).getActualTypeArguments()[0], turn);
            return raw == Set.class ? Set.of(one) : List.of(one);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return new TreeMap<>();
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isSealed()) {
            return make(raw.getPermittedSubclasses()[0], turn);
        }
        if (raw.isInterface()) {
            return Proxy.newProxyInstance(
                    raw.getClassLoader(), new Class<?>[] {raw}, (proxy, method, arguments) -> null);
        }
        if (raw.isRecord()) {
            return record(raw, turn);
        }
        throw new IllegalStateException(NONE + raw.getName());
    }

    private Object record(Class<?> raw, Turn turn) {
        RecordComponent[] components = raw.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> make(component.getGenericType(), turn))
                .toArray();
        try {
            return raw.getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException(NONE + raw.getName(), refused);
        }
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }
}
