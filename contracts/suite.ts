import { auth } from './cases/auth/auth.ts';
import { communityAdmins } from './cases/communities/admins.ts';
import { announcementGroups } from './cases/communities/announcement-groups.ts';
import { communities } from './cases/communities/communities.ts';
import { communityEndpoints } from './cases/communities/endpoints.ts';
import { groupsInside } from './cases/communities/inside.ts';
import { communityLeaving } from './cases/communities/leaving.ts';
import { communityLinks } from './cases/communities/links.ts';
import { communityMembers } from './cases/communities/members.ts';
import { communityOptions } from './cases/communities/options.ts';
import { communityPromotions } from './cases/communities/promotions.ts';
import { communityRemovals } from './cases/communities/removals.ts';
import { communityReturns } from './cases/communities/returns.ts';
import { device } from './cases/device/device.ts';
import { deviceNotReady } from './cases/device/not-ready.ts';
import { deviceSessions } from './cases/device/sessions.ts';
import { deviceStates } from './cases/device/states.ts';
import { errorsBounds } from './cases/errors/bounds.ts';
import { errors } from './cases/errors/errors.ts';
import { errorsFields } from './cases/errors/fields.ts';
import { errorsIdentifiers } from './cases/errors/identifiers.ts';
import { errorsPaths } from './cases/errors/paths.ts';
import { errorsRequests } from './cases/errors/requests.ts';
import { errorsUnchanged } from './cases/errors/unchanged.ts';
import { eventsOfCommunities } from './cases/events/communities.ts';
import { events } from './cases/events/events.ts';
import { eventsExactly } from './cases/events/exactly.ts';
import { eventsOfClearing } from './cases/events/falsy.ts';
import { faultsOfDeliveries } from './cases/faults/deliveries.ts';
import { faults } from './cases/faults/faults.ts';
import { faultsOfRows } from './cases/faults/rows.ts';
import { groups } from './cases/groups/groups.ts';
import { groupsLeaving } from './cases/groups/leaving.ts';
import { groupsReading } from './cases/groups/reading.ts';
import { identityAddressing } from './cases/identity/addressing.ts';
import { identityChanges } from './cases/identity/changes.ts';
import { identityElsewhere } from './cases/identity/elsewhere.ts';
import { identityForms } from './cases/identity/forms.ts';
import { identitySpellings } from './cases/identity/spellings.ts';
import { invites } from './cases/invites/invites.ts';
import { invitesJoining } from './cases/invites/joining.ts';
import { invitesPrivate } from './cases/invites/private.ts';
import { joinApprovalOfCommunities } from './cases/join-approval/communities.ts';
import { joinApproval } from './cases/join-approval/join-approval.ts';
import { joinApprovalWaiting } from './cases/join-approval/waiting.ts';
import { leaving } from './cases/leaving/leaving.ts';
import { succession } from './cases/leaving/succession.ts';
import { limits } from './cases/limits/limits.ts';
import { linkedDepartures } from './cases/linking/departures.ts';
import { linking } from './cases/linking/linking.ts';
import { linkedMembers } from './cases/linking/members.ts';
import { linkRefusals } from './cases/linking/refusals.ts';
import { unlinking } from './cases/linking/unlinking.ts';
import { pairs } from './cases/pairs/pairs.ts';
import { participantIds } from './cases/participants/ids.ts';
import { manyParticipants } from './cases/participants/many.ts';
import { participants } from './cases/participants/participants.ts';
import { promotions } from './cases/participants/promotions.ts';
import { peopleActs } from './cases/people/acts.ts';
import { peopleHidden } from './cases/people/hidden.ts';
import { people } from './cases/people/people.ts';
import { peopleRefused } from './cases/people/refused.ts';
import { peopleTraits } from './cases/people/traits.ts';
import { roles } from './cases/roles/roles.ts';
import { magicRows } from './cases/row-failures/magic-rows.ts';
import { refusedAdditions } from './cases/row-failures/refused-additions.ts';
import { rowFailures } from './cases/row-failures/row-failures.ts';
import { rulingsChoices } from './cases/rulings/choices.ts';
import { rulingsEvents } from './cases/rulings/events.ts';
import { rulingsLimits } from './cases/rulings/limits.ts';
import { rulings } from './cases/rulings/rulings.ts';
import { rulingsSignatures } from './cases/rulings/signatures.ts';
import { rulingsToldFirst } from './cases/rulings/told-first.ts';
import { rulingsUndocumented } from './cases/rulings/undocumented.ts';
import { settingsMedia } from './cases/settings/media.ts';
import { settings } from './cases/settings/settings.ts';
import { settingsTogether } from './cases/settings/together.ts';
import { settingsWaiting } from './cases/settings/waiting.ts';
import { timeLater } from './cases/time/later.ts';
import { timeOfAnswers } from './cases/time/moments.ts';
import { time } from './cases/time/time.ts';
import { webhooksDelivery } from './cases/webhooks/delivery.ts';
import { webhooksFields } from './cases/webhooks/fields.ts';
import { webhooksRetries } from './cases/webhooks/retries.ts';
import { webhooksUnset } from './cases/webhooks/unset.ts';
import { webhooks } from './cases/webhooks/webhooks.ts';
import type { Case } from './language/case.ts';

/** Every promise, theme by theme. */
export const suite: readonly Case[] = [
  ...groups,
  ...roles,
  ...groupsReading,
  ...groupsLeaving,
  ...settings,
  ...settingsMedia,
  ...auth,
  ...settingsTogether,
  ...settingsWaiting,
  ...invites,
  ...invitesPrivate,
  ...invitesJoining,
  ...errorsFields,
  ...errors,
  ...errorsRequests,
  ...participants,
  ...manyParticipants,
  ...participantIds,
  ...promotions,
  ...rowFailures,
  ...refusedAdditions,
  ...magicRows,
  ...joinApproval,
  ...joinApprovalOfCommunities,
  ...joinApprovalWaiting,
  ...leaving,
  ...succession,
  ...communities,
  ...announcementGroups,
  ...communityOptions,
  ...groupsInside,
  ...communityMembers,
  ...communityRemovals,
  ...communityAdmins,
  ...communityPromotions,
  ...communityLeaving,
  ...communityReturns,
  ...communityLinks,
  ...communityEndpoints,
  ...linking,
  ...linkRefusals,
  ...linkedMembers,
  ...linkedDepartures,
  ...unlinking,
  ...limits,
  ...errorsIdentifiers,
  ...errorsPaths,
  ...errorsBounds,
  ...errorsUnchanged,
  ...webhooks,
  ...webhooksFields,
  ...webhooksRetries,
  ...webhooksDelivery,
  ...events,
  ...eventsOfCommunities,
  ...eventsExactly,
  ...eventsOfClearing,
  ...device,
  ...deviceNotReady,
  ...deviceStates,
  ...deviceSessions,
  ...webhooksUnset,
  ...people,
  ...peopleActs,
  ...peopleTraits,
  ...peopleRefused,
  ...peopleHidden,
  ...time,
  ...timeLater,
  ...timeOfAnswers,
  ...pairs,
  ...faults,
  ...faultsOfRows,
  ...faultsOfDeliveries,
  ...identitySpellings,
  ...identityAddressing,
  ...identityChanges,
  ...identityElsewhere,
  ...identityForms,
  ...rulings,
  ...rulingsChoices,
  ...rulingsEvents,
  ...rulingsLimits,
  ...rulingsSignatures,
  ...rulingsToldFirst,
  ...rulingsUndocumented,
];
