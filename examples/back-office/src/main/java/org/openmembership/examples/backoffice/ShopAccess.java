package org.openmembership.examples.backoffice;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.AccessPolicy;
import org.openmembership.access.EverydayAccess;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.adjustment.AdjustmentLimits;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;

/**
 * Who may do what in this shop: what everybody may by default, and on top of it what its clerks and its supervisor may.
 *
 * @param supervisor the number of the one who decides what clerks may not decide alone
 */
record ShopAccess(String supervisor) implements AccessPolicy, AdjustmentLimits {
    /** How many points a clerk adjusts without a supervisor. */
    static final int ALONE = 500;

    private static final AccessPolicy EVERYDAY = new EverydayAccess();
    private static final Set<Permission> CLERKS = EnumSet.of(
            Permission.ADJUST,
            Permission.SET_SELLING_TERMS,
            Permission.READ_REGISTRATIONS,
            Permission.INVITE_CUSTOMER,
            Permission.VIEW_ENVOYS,
            Permission.MANAGE_ENVOYS,
            Permission.MERGE,
            Permission.UNMERGE,
            Permission.REQUEST_ERASURE,
            Permission.ERASE);
    private static final Set<Permission> SUPERVISOR = EnumSet.of(Permission.APPROVE_ADJUSTMENT);

    @Override
    public boolean allows(Actor actor, Permission permission, Subject subject) {
        boolean clerk = actor.kind() == Actor.Kind.STAFF;
        boolean granted =
                clerk && CLERKS.contains(permission) || isSupervisor(actor) && SUPERVISOR.contains(permission);
        return granted || EVERYDAY.allows(actor, permission, subject);
    }

    private boolean isSupervisor(Actor actor) {
        return actor.equals(Actor.staff(supervisor));
    }

    @Override
    public @Nullable Points alone(Actor actor) {
        return actor.kind() == Actor.Kind.STAFF && !isSupervisor(actor) ? Points.of(ALONE) : null;
    }
}
