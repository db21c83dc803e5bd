package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * listed at the first of its keys that fits, and what else must be true is looked up for each. It also stops after so many
 * keys, of which perhaps none fits.
 */
final class DirectorySearch {
    /** The fewest keys that are walked along for a page, and how many for each customer who is wanted. */
    private static final int STEPS = 250;

    private static final int STEPS_EACH = 5;

    private static final String FIRST_THAT_FITS = """
            (select 1 from om_customer_key e
              where e.tenant = k.tenant and e.customer = k.customer and e.kind = :kind
                and e.value >= :start and e.value < k.value limit 1) is null""";
    private static final String ANOTHER_WORD = """
            1 = (select 1 from om_customer_key w
                  where w.tenant = k.tenant and w.customer = k.customer and w.kind = :name
                    and w.value >= :word_%1$s and w.value < :word_end_%1$s limit 1)""";
    /**
     * The page is found among the keys alone, and then its customers are read. What is looked up for a key is a value and not
     * an {@code exists}, which PostgreSQL would turn into a join with all who have the other word.
     */
    private static final String ALONG_KEYS = """
              from (select k.value, k.customer
                      from om_customer_key k
                     where k.tenant = :tenant
                       and %s
                       and 1 = (select 1 from om_customer p
                                 where p.tenant = k.tenant and p.id = k.customer
                                   and %s)
                     order by %s, k.customer limit %s) found
              join om_customer p on p.tenant = :tenant and p.id = found.customer""";

    /** Of {@code coalesce} PostgreSQL has counted nothing; without the negations SQLite would walk the index of survivors. */
    private static final String NOT_MERGED = "not (p.merged_into is not null)";

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
    private static final String FROM_GROUP = """
              from om_group_member m
              join om_customer p on p.tenant = m.tenant and p.id = m.customer""";
    private static final String OF_GROUP = "m.group_code = :group and m.is_member = 1";
    private static final String IN_GROUP = """
            exists (select 1 from om_group_member g
                     where g.tenant = p.tenant and g.group_code = :group and g.customer = p.id and g.is_member = 1)""";

    private final List<String> conditions = new ArrayList<>();
    private final List<String> ofKeys = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> cards = new ArrayList<>();
    private final Page.Request page;
    private final @Nullable ListPlace after;
    private DirectoryWalk walk = DirectoryWalk.CUSTOMERS;
    private @Nullable KeyRange range;

    private DirectorySearch(Page.Request page) {
        this.page = page;
        Page.Cursor cursor = page.after(ListPlace.LIST);
        this.after = cursor == null ? null : ListPlace.of(cursor);
    }

    static DirectorySearch of(JdbcUnit unit, DirectoryQuery query, Page.Request page) {
        DirectorySearch search = new DirectorySearch(page);
        if (query.term() instanceof SearchTerm.NameWords names) {
            search.byWords(NameWalk.of(unit, names.words()));
        } else {
            search.by(query.term());
        }
        search.ofGroup(query);
        search.filter(query);
        search.from(unit);
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

    /** Where the walk ended though there were more keys; null if it went to the end. */
    @Nullable
    ListPlace end() {
        return range == null ? null : range.last();
    }

    private String question() {
        conditions.add(NOT_MERGED);
        String filters = String.join("\n   and ", conditions);
        if (walk.isAlongKeys()) {
            return ListedRow.COLUMNS.formatted("found.value")
                    + ALONG_KEYS.formatted(String.join("\n   and ", ofKeys), filters, walk.place(), rows())
                    + ListedRow.JOINS
                    + " order by found.value, found.customer";
        }
        boolean ofGroup = walk == DirectoryWalk.GROUP;
        return ListedRow.COLUMNS.formatted(walk.place())
                + (ofGroup ? FROM_GROUP : "  from om_customer p")
                + ListedRow.JOINS
                + (ofGroup ? " where m.tenant = :tenant\n   and " : " where p.tenant = :tenant\n   and ")
                + filters
                + "\n order by " + walk.place() + ", " + walk.id() + " limit " + rows();
    }

    /** Written out: for PostgreSQL a limit it is not told is a tenth of all rows, so that it would plan each call anew. */
    private int rows() {
        return page.limit() + 1;
    }

    private void by(SearchTerm term) {
        if (term instanceof SearchTerm.PostcodeStart postcode) {
            byBeginning(DirectoryWalk.KEYS, SearchKey.Kind.POSTCODE, postcode.folded());
        } else if (term instanceof SearchTerm.Phone phone) {
            walk = DirectoryWalk.SAME_KEYS;
            ofKeys.add("k.kind = :kind and k.value = :phone");
            values.put("kind", SearchKey.Kind.PHONE);
            values.put("phone", phone.number().value());
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
        byBeginning(few == null ? DirectoryWalk.KEYS : DirectoryWalk.KEYS_OF_FEW, names.kind(), names.beginning());
        if (few != null) {
            ofKeys.add(OF_FEW);
            values.put("few", few);
            values.put("few_end", few + KeyRange.END);
        }
        values.put("name", SearchKey.Kind.NAME);
        for (int i = 0; i < names.others().size(); i++) {
            ofKeys.add(ANOTHER_WORD.formatted(i));
            values.put("word_" + i, names.others().get(i));
            values.put("word_end_" + i, names.others().get(i) + KeyRange.END);
        }
    }

    private void byBeginning(DirectoryWalk along, SearchKey.Kind kind, String beginning) {
        walk = along;
        range = KeyRange.of(kind, beginning, after);
        values.put("start", beginning);
        ofKeys.add(FIRST_THAT_FITS);
    }

    /** Everybody in a group is listed by id, along the index of its members; others are looked up in it. */
    private void ofGroup(DirectoryQuery query) {
        CustomerGroupCode group = query.group();
        if (group == null) {
            return;
        }
        boolean all = query.term() instanceof SearchTerm.Everybody;
        if (all) {
            walk = DirectoryWalk.GROUP;
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

    /** Where something else is looked up for each key, a page ends after so many, however few of them fit. */
    private void from(JdbcUnit unit) {
        KeyRange all = range;
        if (all != null) {
            boolean filtered = ofKeys.size() > 1 || !conditions.isEmpty();
            int most = Math.max(STEPS, STEPS_EACH * page.limit());
            KeyRange walked = walk == DirectoryWalk.KEYS && filtered ? all.first(most, unit) : all;
            range = walked;
            ofKeys.add(0, walked.condition(walk.place()));
            values.putAll(walked.values());
            return;
        }
        if (conditions.isEmpty() && walk == DirectoryWalk.CUSTOMERS) {
            conditions.add("p.sort_name >= ''");
        }
        if (after == null) {
            return;
        }
        values.put("after_id", after.id());
        List<String> places = walk == DirectoryWalk.SAME_KEYS ? ofKeys : conditions;
        if (walk.isOfOnePlace()) {
            places.add(walk.id() + " > :after_id");
            return;
        }
        places.add("%1$s >= :after and (%1$s > :after or %2$s > :after_id)".formatted(walk.place(), walk.id()));
        values.put("after", after.value());
    }

    private void when(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
