/**
 * Envoys: members who recruit others and get a share of what these earn (A31, A52, A53, R56).
 *
 * <pre>{@code
 * EnvoyResult designated = manager.envoys().designate(ada, null);
 * String code = ada.envoys().inviteCode(adasId).orElseThrow().value();   // goes into a link, which Ada passes on
 * web.registration().register(Registrant.builder() ... .invitedBy(code).build());
 * Page<Recruit> recruited = ada.envoys().recruits(adasId, Page.Request.first(20));
 * }</pre>
 */
@NullMarked
package org.openmembership.envoys;

import org.jspecify.annotations.NullMarked;
