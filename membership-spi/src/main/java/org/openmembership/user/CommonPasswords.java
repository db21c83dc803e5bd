package org.openmembership.user;

/**
 * Host port: passwords that everybody tries first, or that have leaked (S11).
 *
 * <p>Asked outside any unit of work, only when a password is being set. Implementations are thread-safe and never log what
 * they are given; one that asks a service of others must not send the password there.
 */
@FunctionalInterface
public interface CommonPasswords {
    boolean contains(Password password);
}
