package org.openmembership.journals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openmembership.account.AccountId;
import org.openmembership.journals.JournalResult.Posted;
import org.openmembership.journals.JournalResult.Refused;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** A journal is what its lines would be one by one, or nothing, and undone it leaves nothing. */
@Requirement({"B45", "I1"})
class JournalPropertyTest {
    private static final int ACCOUNTS = 3;

    /** Each number is a line: which account, and points from -20 to 20. */
    @Property(tries = 60)
    void a_journal_moves_what_its_lines_say_or_names_the_lines_that_take_too_much(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 122) Integer> numbers) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            List<AccountId> accounts = List.of(shop.account(), shop.account(), shop.account());
            List<JournalLine> lines = new ArrayList<>();
            Map<AccountId, Long> expected = new HashMap<>();
            List<LineViolation> wrong = new ArrayList<>();
            for (int number : numbers) {
                AccountId account = accounts.get(number % ACCOUNTS);
                int points = number / ACCOUNTS - 20;
                lines.add(JournalLine.of(account, Points.of(points), "any"));
                long before = expected.getOrDefault(account, 0L);
                if (points == 0) {
                    wrong.add(new LineViolation(lines.size(), JournalRefusal.WRONG_SIGN));
                } else if (before + points < 0) {
                    wrong.add(new LineViolation(lines.size(), JournalRefusal.NOT_ENOUGH_POINTS));
                } else {
                    expected.put(account, before + points);
                }
            }

            JournalResult result =
                    shop.membership().journals().post(JournalRequest.normal(Shop.CLUB, lines, shop.key()));

            if (wrong.isEmpty()) {
                Posted posted = (Posted) result;
                assertThat(posted.entries()).hasSameSizeAs(lines);
                accounts.forEach(account ->
                        assertThat(shop.available(account)).isEqualTo(Points.of(expected.getOrDefault(account, 0L))));
                shop.membership()
                        .journals()
                        .reverse(JournalReversal.of(posted.journal().id(), "any", shop.key()));
                accounts.forEach(account -> assertThat(shop.available(account)).isEqualTo(Points.ZERO));
            } else {
                assertThat(result).isEqualTo(new Refused(wrong));
                accounts.forEach(account -> assertThat(shop.history(account)).isEmpty());
            }
            assertThat(shop.violations()).isEmpty();
        }
    }
}
