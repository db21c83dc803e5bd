package org.openmembership.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.erasure.ErasureRequestResult.AlreadyErased;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Merge;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.merging.UnmergeResult;
import org.openmembership.notes.NoteForm;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Needles;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.UserId;

/** Whoever was merged into a person is forgotten with the person, on every storage. */
@Requirement({"I19", "R16", "R17", "C34", "C35"})
final class MergedOblivionTest extends ShopTest {
    private static final ReasonCode ASKED = ReasonCode.of("ASKED");
    private static final List<String> NEEDLES = List.of(
            PlantedPerson.MARK,
            PlantedPerson.DIGITS,
            Long.toString(PlantedPerson.BIRTHDATE.toEpochDay()),
            PlantedPerson.GENDER,
            PlantedPerson.MARITAL_STATUS);

    @Test
    void a_customer_merged_into_one_who_is_no_member_leaves_nothing_behind() {
        CustomerId ada = customer("Ada", "Byron");
        CustomerId eve = customer("Eve" + PlantedPerson.MARK, "Last" + PlantedPerson.MARK);
        shop.membership().notes().add(eve, shop.key(), NoteForm.note("likes " + PlantedPerson.MARK));
        merge(MergeRequest.of(ada, List.of(eve), shop.key()));
        assertFound("om_customer.first_name", "om_note.text");

        Erasure receipt = erase(ada);

        assertThat(receipt.done().records().customers()).containsExactlyInAnyOrder(ada, eve);
        assertNothingFound();
        assertThat(shop.membership().erasures().request(eve, ASKED, IdentityProof.IN_WRITING))
                .isEqualTo(new AlreadyErased(receipt));
    }

    @Test
    void a_member_merged_into_another_goes_with_the_user_that_signs_in_no_more() {
        MemberId ada = shop.member();
        UserId adas = userOf(ada);
        PlantedPerson person = PlantedPerson.in(shop);
        Merge merge =
                merge(person, MergeRequest.of(primary(ada), List.of(primary(person.member)), shop.key()), ada, adas);
        assertFound("om_customer.first_name", "om_member.first_name", "om_app_user.email", "om_note.text");

        Erasure receipt = erase(primary(ada));

        assertThat(receipt.done().records().members()).containsExactlyInAnyOrder(ada, person.member);
        assertThat(receipt.done().records().users()).containsExactlyInAnyOrder(adas, person.user);
        assertThat(receipt.done().records().customers()).contains(person.created, person.imported, merge.survivor());
        assertNothingFound();
    }

    @Test
    void who_stayed_a_member_but_signs_in_as_the_other_goes_with_both_users() {
        MemberId ada = shop.member();
        UserId adas = userOf(ada);
        PlantedPerson person = PlantedPerson.in(shop);
        MergeRequest request = MergeRequest.of(primary(person.member), List.of(primary(ada)), shop.key());
        merge(person, request, ada, adas);

        Erasure receipt = erase(person.created);

        assertThat(receipt.done().records().users()).containsExactlyInAnyOrder(adas, person.user);
        assertNothingFound();
    }

    @Test
    void a_merge_of_somebody_who_is_forgotten_is_not_undone() {
        CustomerId ada = customer("Ada", "Byron");
        CustomerId eve = customer("Eve", "Byron");
        Merge merge = merge(MergeRequest.of(ada, List.of(eve), shop.key()));
        erase(eve);

        assertThat(shop.membership().merging().unmerge(merge.id()))
                .isInstanceOfSatisfying(
                        UnmergeResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(UnmergeResult.Reason.ERASED));
        assertThat(shop.membership().customers().find(ada)).isEmpty();
        assertThat(shop.membership().customers().find(eve)).isEmpty();
    }

    @Test
    void who_was_separated_again_before_is_not_forgotten_with_the_other() {
        CustomerId ada = customer("Ada", "Byron");
        CustomerId eve = customer("Eve", "Byron");
        Merge merge = merge(MergeRequest.of(ada, List.of(eve), shop.key()));
        assertThat(shop.membership().merging().unmerge(merge.id())).isInstanceOf(UnmergeResult.Unmerged.class);

        Erasure receipt = erase(ada);

        assertThat(receipt.done().records().customers()).containsExactly(ada);
        assertThat(shop.membership().customers().find(eve)).isPresent();
    }

    @Test
    @Requirement("R20")
    void a_member_is_told_of_what_was_merged_into_him_whichever_id_is_named() {
        MemberId ada = shop.member();
        PlantedPerson person = PlantedPerson.in(shop);
        merge(person, MergeRequest.of(primary(ada), List.of(primary(person.member)), shop.key()), ada, userOf(ada));
        StringWriter byOwnId = new StringWriter();
        StringWriter byOldId = new StringWriter();
        var own = shop.membership().as(Actor.member(ada.value())).disclosure();

        assertThat(own.write(ada, byOwnId)).isTrue();
        assertThat(own.write(person.member, byOldId)).isTrue();

        assertThat(byOldId).hasToString(byOwnId.toString());
        assertThat(byOwnId.toString())
                .contains(PlantedPerson.MOVED, PlantedPerson.BIRTHDATE.toString(), "likes " + PlantedPerson.MARK);
    }

    private Merge merge(MergeRequest request) {
        return ((MergeResult.Merged) shop.membership().merging().merge(request)).merge();
    }

    /** Both agree, and the kept user is that of the one who is not planted. */
    private Merge merge(PlantedPerson person, MergeRequest request, MemberId other, UserId kept) {
        shop.membership().merging().agree(person.member, other);
        shop.membership().merging().agree(other, person.member);
        return merge(request.keeping(kept));
    }

    private CustomerId customer(String first, String last) {
        CustomerForm form = CustomerForm.builder().name(first, last).build();
        return ((CreationResult.Created)
                        shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, form))
                .customer()
                .id();
    }

    private CustomerId primary(MemberId member) {
        return shop.storage()
                .read(stores -> Objects.requireNonNull(
                        stores.members().find(member).orElseThrow().primary()));
    }

    private UserId userOf(MemberId member) {
        return shop.storage()
                .read(stores -> Objects.requireNonNull(
                        stores.members().find(member).orElseThrow().user()));
    }

    private Erasure erase(CustomerId customer) {
        Requested asked = (Requested) shop.membership().erasures().request(customer, ASKED, IdentityProof.IN_WRITING);
        shop.time().advance(Duration.ofDays(60));
        return ((Erased) shop.membership().erasures().execute(asked.erasure().id())).receipt();
    }

    private void assertFound(String... columns) {
        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(tables -> assertThat(tables.columnsWith(NEEDLES)).contains(columns));
    }

    private void assertNothingFound() {
        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(tables -> assertThat(tables.columnsWith(NEEDLES)).isEmpty());
    }
}
