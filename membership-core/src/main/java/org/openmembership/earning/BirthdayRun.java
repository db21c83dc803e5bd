package org.openmembership.earning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.Sharer;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.EventRule;
import org.openmembership.command.Caller;
import org.openmembership.command.PagedRun;
import org.openmembership.member.MemberId;
import org.openmembership.member.PersonalDetails;
import org.openmembership.periodic.Progress;
import org.openmembership.step.Facts;
import org.openmembership.step.Occasions;
import org.openmembership.step.Occasions.Occasion;
import org.openmembership.step.Occasions.Sum;
import org.openmembership.step.PublishedClub;
import org.openmembership.storage.Stores;

/** Goes through the birthdays of some days, a page of members at a time. */
final class BirthdayRun {
    private static final int PAGE = 200;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private final Caller caller;
    private final ClubId club;
    private final Progress progress;
    private final Instant now;
    private Sum sum = Sum.NOTHING;

    BirthdayRun(Caller caller, ClubId club, Progress progress) {
        this.caller = caller;
        this.club = club;
        this.progress = progress;
        this.now = caller.now();
    }

    BirthdayResult over(int days) {
        PublishedClub published = published(caller, club, now);
        LocalDate today = published.club().businessDate(now);
        if (published.rules().rewards(EventRule.BIRTHDAY)) {
            for (int before = days; before >= 0; before--) {
                celebrate(today.minusDays(before), published.club());
            }
        }
        return new BirthdayResult(sum.occasions(), sum.points());
    }

    /** Runs that give points for occasions, and tell how many did. */
    static <C> PagedRun<C, Sum> occasions(Caller caller, Progress progress) {
        return new PagedRun<>(
                caller, Permission.REPORT_EVENT, Sum::plus, sum -> progress.accountsDone(sum.occasions()));
    }

    static PublishedClub published(Caller caller, ClubId club, Instant now) {
        return caller.read(
                Permission.REPORT_EVENT,
                Subject.NOBODY,
                stores -> caller.clubs()
                        .latest(club, now, stores)
                        .orElseThrow(() -> new IllegalArgumentException("the club " + club + " is not published")));
    }

    private void celebrate(LocalDate day, Club terms) {
        Set<LocalDate> born = bornOn(day);
        Instant over = day.plusDays(1).atStartOfDay(terms.place().zone()).toInstant();
        sum = BirthdayRun.<MemberId>occasions(caller, progress).run(sum, (after, stores, facts) -> {
            List<Sharer> sharers = stores.accounts().born(club, born, over, after, PAGE);
            Sum given = sharers.isEmpty() ? Sum.NOTHING : give(sharers, day, stores, facts);
            return new PagedRun.Done<>(
                    sharers.size() < PAGE ? null : sharers.get(PAGE - 1).member(), given);
        });
    }

    private Sum give(List<Sharer> sharers, LocalDate day, Stores stores, Facts facts) {
        List<Occasion> occasions = new ArrayList<>();
        for (Sharer sharer : sharers) {
            occasions.add(Occasion.birthday(sharer.member(), sharer.account(), club, day));
        }
        return new Occasions(caller.clubs(), caller.actor(), now, stores, facts).post(occasions);
    }

    /** All birthdates of members who have a birthday on {@code day}: nobody has one on the day of birth. */
    static Set<LocalDate> bornOn(LocalDate day) {
        Set<LocalDate> born = new TreeSet<>();
        MonthDay own = MonthDay.from(day);
        boolean andLeapDay = !day.isLeapYear() && own.equals(MonthDay.of(2, 28));
        for (int year = PersonalDetails.FIRST_YEAR; year < day.getYear(); year++) {
            if (own.isValidYear(year)) {
                born.add(own.atYear(year));
            }
            if (andLeapDay && LEAP_DAY.isValidYear(year)) {
                born.add(LEAP_DAY.atYear(year));
            }
        }
        return born;
    }
}
