package org.openmembership.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmembership.account.AccountEvent;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardEvent;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubEvent;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SeriesId;
import org.openmembership.consent.ConsentEvent;
import org.openmembership.customer.CustomerEvent;
import org.openmembership.customer.CustomerId;
import org.openmembership.giftcard.GiftCardEvent;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.GroupEvent;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.HoldEvent;
import org.openmembership.ledger.LedgerEvent;
import org.openmembership.ledger.LedgerEvent.Movement;
import org.openmembership.ledger.LedgerEvent.PointsRedeemed;
import org.openmembership.member.MemberEvent;
import org.openmembership.member.MemberId;
import org.openmembership.merge.MergeEvent;
import org.openmembership.merge.MergeId;
import org.openmembership.purchase.PurchaseEvent;
import org.openmembership.shared.Document;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.UserEvent;
import org.openmembership.user.UserId;
import org.openmembership.warning.WarningEvent;

/** Events as JSON. */
final class EventDocumentsTest {
    /** What an event may hold: ids, codes, points and times, and nothing that could be a person's (R17). */
    private static final Set<Class<?>> IDS_AND_CODES = Set.of(
            AccountId.class,
            CardNumber.class,
            ClubId.class,
            CustomerGroupCode.class,
            CustomerId.class,
            GiftCardId.class,
            MemberId.class,
            MergeId.class,
            ReasonCode.class,
            SchemeId.class,
            SeriesId.class,
            StoreCode.class,
            UserId.class);

    private static Stream<Class<?>> events() {
        return Stream.of(
                        CustomerEvent.class,
                        ConsentEvent.class,
                        GroupEvent.class,
                        UserEvent.class,
                        ClubEvent.class,
                        MemberEvent.class,
                        AccountEvent.class,
                        CardEvent.class,
                        GiftCardEvent.class,
                        MergeEvent.class,
                        LedgerEvent.class,
                        HoldEvent.class,
                        PurchaseEvent.class,
                        WarningEvent.class)
                .flatMap(room -> Stream.of(room.getPermittedSubclasses()));
    }

    @Test
    void every_event_of_every_room_is_known() {
        Set<String> events = new ClassFileImporter()
                        .importUrl(MembershipEvent.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation())
                        .stream()
                        .filter(type -> type.isAssignableTo(MembershipEvent.class) && type.isRecord())
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());

        assertThat(events).contains("PointsEarned", "MemberActivated");
        assertThat(EventDocuments.kinds()).isEqualTo(events);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_written_and_read_again_is_equal_to_itself(Class<?> type) throws ReflectiveOperationException {
        for (boolean full : List.of(true, false)) {
            MembershipEvent event = (MembershipEvent) any(type, full);

            Document document = EventDocuments.write(event);

            assertThat(document.kind()).isEqualTo(type.getSimpleName());
            assertThat(EventDocuments.read(document)).contains(event);
        }
    }

    @Test
    @Requirement("R17")
    void events_hold_ids_and_codes_and_nothing_of_a_person() {
        Set<Class<?>> held = new LinkedHashSet<>();
        events().forEach(event -> collect(event, held));

        assertThat(held).contains(AccountId.class).isSubsetOf(IDS_AND_CODES);
    }

    @Test
    void the_shape_of_an_event_is_for_others_to_rely_on() {
        Movement movement = new Movement(
                new EntryId(AccountId.of("a-1"), 7),
                ClubId.of("coffee"),
                PointKind.AWARD,
                Points.ofHundredths(-150),
                Points.of(20),
                Instant.parse("2026-03-02T10:15:30.123456Z"),
                ExternalKey.of("till-7", "receipt-4412"));

        Document document = EventDocuments.write(new PointsRedeemed(movement, null, StoreCode.of("berlin")));

        assertThat(document).isEqualTo(new Document("PointsRedeemed", 1, """
                        {"movement":{"entry":{"account":"a-1","seq":7},"club":"coffee","kind":"AWARD","points":"-1.5",\
                        "balanceAfter":"20","occurredAt":"2026-03-02T10:15:30.123456Z",\
                        "key":{"source":"till-7","value":"receipt-4412"}},"store":"berlin"}"""));
    }

    @Test
    void the_facts_of_an_audit_record_are_listed_by_kind() {
        MemberEvent.CustomerLinked linked = new MemberEvent.CustomerLinked(MemberId.of("m-1"), CustomerId.of("c-1"));

        Document written = EventDocuments.write(linked);

        assertThat(EventDocuments.together(List.of(written, written)).json()).isEqualTo("""
                        {"facts":[{"kind":"CustomerLinked","member":"m-1","customer":"c-1"},\
                        {"kind":"CustomerLinked","member":"m-1","customer":"c-1"}]}""");
    }

    @Test
    void a_kind_or_version_of_a_newer_release_is_not_read() {
        assertThat(EventDocuments.read(new Document("Unheard", 1, "{}"))).isEmpty();
        assertThat(EventDocuments.read(new Document("CustomerLinked", 2, "{}"))).isEmpty();
        assertThatThrownBy(() -> EventDocuments.read(new Document("CustomerLinked", 1, "[]")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void collect(Class<?> type, Set<Class<?>> held) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> part = component.getType();
            boolean text = part.isRecord()
                    && part.getRecordComponents().length == 1
                    && part.getRecordComponents()[0].getType() == String.class;
            boolean key = part == ExternalKey.class || part == Points.class;
            if (text || part == String.class) {
                held.add(part);
            } else if (part.isRecord() && !key) {
                collect(part, held);
            }
        }
    }

    private static Object any(Class<?> type, boolean full) throws ReflectiveOperationException {
        List<@Nullable Object> parts = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            boolean absent = !full && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            parts.add(absent ? null : anyPart(component.getType(), full));
        }
        return type.getConstructor(types.toArray(Class<?>[]::new)).newInstance(parts.toArray());
    }

    private static Object anyPart(Class<?> type, boolean full) throws ReflectiveOperationException {
        if (type == String.class) {
            return "text-1";
        }
        if (type == int.class) {
            return 3;
        }
        if (type == boolean.class) {
            return full;
        }
        if (type == long.class) {
            return 7L;
        }
        if (type == Points.class) {
            return Points.ofHundredths(-1234);
        }
        if (type == Money.class) {
            return Money.parse("EUR -12.34");
        }
        if (type == Instant.class) {
            return Instant.parse("2026-03-02T10:15:30.123456Z");
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 3, 2);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : any(type, full);
    }
}
