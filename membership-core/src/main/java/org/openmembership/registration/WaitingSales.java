package org.openmembership.registration;

import java.time.Instant;
import org.openmembership.command.Caller;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStatus;
import org.openmembership.step.Arrival;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** Sales made while a member was not active; they are posted where there is an account (R5). */
record WaitingSales(Caller caller, Instant now) {
    /** Only an imported member can have brought an account along; anybody else's sales wait for the first one. */
    void postIfImported(Member before, Stores stores, Facts facts) {
        if (before.status() == MemberStatus.IMPORTED) {
            Arrival.of(before.id(), caller.actor(), now, caller.clubs(), stores, facts);
        }
    }
}
