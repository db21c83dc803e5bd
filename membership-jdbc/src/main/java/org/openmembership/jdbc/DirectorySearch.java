package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.customer.SearchKey;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.SearchTerm;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.shared.Page;

/**
 * A page of customers who are looked for; each condition that is set is one more line of the question.
 *
 * <p>Where keys are looked for, the question walks along the index of keys and stops when the page is full: a customer is
 * listed at the first of its keys that fits, and what else must be true is looked up for each.
 */
final class DirectorySearch {
    /** Above every letter and digit in every order of texts we meet. */
    static final String END = "\uDBFF\uDFFF";

    private static final String FIRST_THAT_FITS = """
            not exists (select 1 from om_customer_key e
                         where e.tenant = k.tenant and e.customer = k.customer and e.kind = :kind
                           and e.value >= :start and e.value < k.value)""";
    private static final String ANOTHER_WORD = """
            exists (select 1 from om_customer_key w
                     where w.tenant = k.tenant and w.customer = k.customer and w.kind = :name
                       and w.value >= :word_%1$s and w.value < :word_end_%1$s)""";
    /** Keys of few customers, who are found by another word. */
    private static final String OF_FEW = """
            k.customer in (select f.customer
                             from om_customer_key f
                            where f.tenant = :tenant and f.kind = :name and f.value >= :few and f.value < :few_end)""";

    private static final String OF_CARD = """
            p.id in (select o.customer
                       from om_card_scan x
                       join om_card d on d.tenant = x.tenant and d.number = x.card
                       join om_account_member s on s.tenant = d.tenant and s.account = d.account
                       join om_member_customer o on o.tenant = s.tenant and o.member = s.member
                      where x.tenant = :tenant and x.scan {in:cards} and (d.member is null or d.member = s.member))""";
    /** A code leads to the survivor of the customer who had it. */
    private static final String OF_ACCOUNT_CODE = """
            p.id = (select coalesce(r.merged_into, r.id)
                      from om_customer r
                     where r.tenant = :tenant and r.account_code = :code)""";

    private static final String OF_LOGIN = """
            p.id in (select o.customer
                       from om_app_user u
                       join om_member m on m.tenant = u.tenant and m.user_id = u.id
                       join om_member_customer o on o.tenant = m.tenant and o.member = m.id
                      where u.tenant = :tenant and u.username = :username)""";
    private static final String WITH_BALANCE =
            "p.id in (select i.customer from om_on_account i where i.tenant = :tenant and i.is_open = 1)";
    private static final String IN_CLUB = """
            exists (select 1
                      from om_member_customer o
                      join om_account_member s on s.tenant = o.tenant and s.member = o.member and s.club = :club
                     where o.tenant = p.tenant and o.customer = p.id)""";
    private static final String IN_SCHEME = """
            exists (select 1
                      from om_member_customer o
                      join om_account_member s on s.tenant = o.tenant and s.member = o.member and s.club = :club
                      join om_account h on h.tenant = s.tenant and h.id = s.account and h.scheme = :scheme
                     where o.tenant = p.tenant and o.customer = p.id)""";
    private static final String OF_GROUP = "m.group_code = :group and m.is_member = 1";
    private static final String IN_GROUP = """
            exists (select 1 from om_group_member g
                     where g.tenant = p.tenant and g.group_code = :group and g.customer = p.id and g.is_member = 1)""";
    private static final Pattern PLACE = Pattern.compile("(\\d{1,3}):(.*)", Pattern.DOTALL);

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> cards = new ArrayList<>();
    private Walk walk = Walk.CUSTOMERS;
    /** Whether all that is found stands at one place in the list. */
    private boolean exact;

    /** Along which index the question walks. */
    private enum Walk {
        CUSTOMERS("  from om_customer p", "p.sort_name", "p.id", "p.tenant"),
        KEYS(
                "  from om_customer_key k\n  join om_customer p on p.tenant = k.tenant and p.id = k.customer",
                "k.value",
                "k.customer",
                "k.tenant"),
        /** Not along the index of values, for which its columns must be named bare. */
        KEYS_OF_FEW(KEYS.from, "coalesce(k.value, '')", KEYS.id, KEYS.tenant),
        GROUP(
                "  from om_group_member m\n  join om_customer p on p.tenant = m.tenant and p.id = m.customer",
                "m.group_code",
                "m.customer",
                "m.tenant");

        private final String from;
        private final String place;
        private final String id;
        private final String tenant;

        Walk(String from, String place, String id, String tenant) {
            this.from = from;
            this.place = place;
            this.id = id;
            this.tenant = tenant;
        }
    }

    private DirectorySearch() {}

    static DirectorySearch of(JdbcUnit unit, DirectoryQuery query, Page.Request page) {
        DirectorySearch search = new DirectorySearch();
        if (query.term() instanceof SearchTerm.NameWords names) {
            search.byWords(NameWalk.of(unit, names.words()));
        } else {
            search.by(query.term());
        }
        search.ofGroup(query);
        search.filter(query);
        search.from(page);
        return search;
    }

    List<ListedRow> all(JdbcUnit unit) {
        Gathering gathering = unit.gather();
        values.forEach(gathering::bind);
        if (!cards.isEmpty()) {
            gathering.list("cards", cards);
        }
        return gathering.all(question(), ListedRow::read);
    }

    private String question() {
        return ListedRow.COLUMNS.formatted(walk.place)
                + walk.from
                + ListedRow.JOINS
                + " where " + walk.tenant + " = :tenant\n   and "
                + String.join("\n   and ", conditions)
                + "\n   and coalesce(p.merged_into, '') = ''"
                + "\n order by " + walk.place + ", " + walk.id + " limit :limit";
    }

    private void by(SearchTerm term) {
        if (term instanceof SearchTerm.PostcodeStart postcode) {
            byBeginning(Walk.KEYS, SearchKey.Kind.POSTCODE, postcode.folded());
        } else if (term instanceof SearchTerm.Phone phone) {
            walk = Walk.KEYS;
            exact = true;
            values.put("kind", SearchKey.Kind.PHONE);
            when("k.kind = :kind and k.value = :phone", "phone", phone.number().value());
        } else if (term instanceof SearchTerm.Email email) {
            when("p.email_key = :email", "email", email.key().value());
        } else if (term instanceof SearchTerm.Cards wanted) {
            conditions.add(OF_CARD);
            wanted.numbers().stream().map(CardNumber::value).sorted().forEach(cards::add);
        } else if (term instanceof SearchTerm.Account account) {
            when(OF_ACCOUNT_CODE, "code", account.code().value());
        } else if (term instanceof SearchTerm.Login login) {
            when(OF_LOGIN, "username", login.username().value());
        }
    }

    private void byWords(NameWalk names) {
        String few = names.few();
        byBeginning(few == null ? Walk.KEYS : Walk.KEYS_OF_FEW, names.kind(), names.beginning());
        values.put("name", SearchKey.Kind.NAME);
        if (few != null) {
            conditions.add(OF_FEW);
            values.put("few", few);
            values.put("few_end", few + END);
        }
        for (int i = 0; i < names.others().size(); i++) {
            conditions.add(ANOTHER_WORD.formatted(i));
            values.put("word_" + i, names.others().get(i));
            values.put("word_end_" + i, names.others().get(i) + END);
        }
    }

    private void byBeginning(Walk along, SearchKey.Kind kind, String beginning) {
        walk = along;
        values.put("kind", kind);
        values.put("start", beginning);
        values.put("end", beginning + END);
        conditions.add("k.kind = :kind and %1$s >= :first and %1$s < :end".formatted(along.place));
        values.put("first", beginning);
        conditions.add(FIRST_THAT_FITS);
    }

    /** Everybody in a group is listed by id, along the index of its members; others are looked up in it. */
    private void ofGroup(DirectoryQuery query) {
        CustomerGroupCode group = query.group();
        if (group == null) {
            return;
        }
        boolean all = query.term() instanceof SearchTerm.Everybody;
        if (all) {
            walk = Walk.GROUP;
            exact = true;
        }
        when(all ? OF_GROUP : IN_GROUP, "group", group.value());
    }

    private void filter(DirectoryQuery query) {
        DirectoryQuery.Standing standing = query.standing();
        when("p.type = :type", "type", standing.type());
        when("p.status = :status", "status", standing.status());
        when("p.active = :active", "active", standing.active());
        if (query.withBalance()) {
            conditions.add(WITH_BALANCE);
        }
        ClubId club = query.club();
        SchemeId scheme = query.scheme();
        if (club != null) {
            when(scheme == null ? IN_CLUB : IN_SCHEME, "club", club.value());
        }
        if (scheme != null) {
            values.put("scheme", scheme.value());
        }
    }

    private void from(Page.Request page) {
        values.put("limit", page.limit() + 1);
        if (conditions.isEmpty()) {
            conditions.add("p.sort_name >= :lowest");
            values.put("lowest", "");
        }
        Page.Cursor after = page.after();
        if (after == null) {
            return;
        }
        Matcher parts = PLACE.matcher(after.value());
        int length = parts.matches() ? Integer.parseInt(parts.group(1)) : -1;
        if (length < 0 || length > parts.group(2).length()) {
            throw new IllegalArgumentException("no directory gave out the cursor " + after.value());
        }
        String place = walk.place;
        String id = walk.id;
        values.put("after_id", parts.group(2).substring(length));
        if (exact) {
            conditions.add(id + " > :after_id");
            return;
        }
        conditions.add(place + " >= :after and (" + place + " > :after or " + id + " > :after_id)");
        values.put("after", parts.group(2).substring(0, length));
    }

    private void when(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
