import type { Case } from './case.ts';
import { announcementGroups } from './cases/announcement-groups.ts';
import { auth } from './cases/auth.ts';
import { communities } from './cases/communities.ts';
import { communityAdmins } from './cases/community-admins.ts';
import { communityEndpoints } from './cases/community-endpoints.ts';
import { communityLeaving } from './cases/community-leaving.ts';
import { communityLinks } from './cases/community-links.ts';
import { communityMembers } from './cases/community-members.ts';
import { communityOptions } from './cases/community-options.ts';
import { communityPromotions } from './cases/community-promotions.ts';
import { communityRemovals } from './cases/community-removals.ts';
import { communityReturns } from './cases/community-returns.ts';
import { device } from './cases/device.ts';
import { deviceNotReady } from './cases/device-not-ready.ts';
import { deviceSessions } from './cases/device-sessions.ts';
import { deviceStates } from './cases/device-states.ts';
import { errors } from './cases/errors.ts';
import { errorsBounds } from './cases/errors-bounds.ts';
import { errorsFields } from './cases/errors-fields.ts';
import { errorsIdentifiers } from './cases/errors-identifiers.ts';
import { errorsRequests } from './cases/errors-requests.ts';
import { errorsUnchanged } from './cases/errors-unchanged.ts';
import { events } from './cases/events.ts';
import { eventsOfCommunities } from './cases/events-communities.ts';
import { eventsExactly } from './cases/events-exactly.ts';
import { faults } from './cases/faults.ts';
import { faultsOfDeliveries } from './cases/faults-deliveries.ts';
import { faultsOfRows } from './cases/faults-rows.ts';
import { groups } from './cases/groups.ts';
import { groupsInside } from './cases/groups-inside.ts';
import { groupsLeaving } from './cases/groups-leaving.ts';
import { groupsReading } from './cases/groups-reading.ts';
import { invites } from './cases/invites.ts';
import { invitesJoining } from './cases/invites-joining.ts';
import { invitesPrivate } from './cases/invites-private.ts';
import { joinApproval } from './cases/join-approval.ts';
import { joinApprovalOfCommunities } from './cases/join-approval-communities.ts';
import { joinApprovalWaiting } from './cases/join-approval-waiting.ts';
import { leaving } from './cases/leaving.ts';
import { limits } from './cases/limits.ts';
import { linkRefusals } from './cases/link-refusals.ts';
import { linkedDepartures } from './cases/linked-departures.ts';
import { linkedMembers } from './cases/linked-members.ts';
import { linking } from './cases/linking.ts';
import { magicRows } from './cases/magic-rows.ts';
import { participantIds } from './cases/participant-ids.ts';
import { participants } from './cases/participants.ts';
import { people } from './cases/people.ts';
import { peopleActs } from './cases/people-acts.ts';
import { peopleHidden } from './cases/people-hidden.ts';
import { peopleRefused } from './cases/people-refused.ts';
import { peopleTraits } from './cases/people-traits.ts';
import { promotions } from './cases/promotions.ts';
import { refusedAdditions } from './cases/refused-additions.ts';
import { roles } from './cases/roles.ts';
import { rowFailures } from './cases/row-failures.ts';
import { rulings } from './cases/rulings.ts';
import { rulingsChoices } from './cases/rulings-choices.ts';
import { rulingsLimits } from './cases/rulings-limits.ts';
import { rulingsUndocumented } from './cases/rulings-undocumented.ts';
import { settings } from './cases/settings.ts';
import { settingsMedia } from './cases/settings-media.ts';
import { settingsTogether } from './cases/settings-together.ts';
import { settingsWaiting } from './cases/settings-waiting.ts';
import { succession } from './cases/succession.ts';
import { time } from './cases/time.ts';
import { timeLater } from './cases/time-later.ts';
import { unlinking } from './cases/unlinking.ts';
import { webhooks } from './cases/webhooks.ts';
import { webhooksDelivery } from './cases/webhooks-delivery.ts';
import { webhooksFields } from './cases/webhooks-fields.ts';
import { webhooksRetries } from './cases/webhooks-retries.ts';
import { webhooksUnset } from './cases/webhooks-unset.ts';

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
  ...errorsBounds,
  ...errorsUnchanged,
  ...webhooks,
  ...webhooksFields,
  ...webhooksRetries,
  ...webhooksDelivery,
  ...events,
  ...eventsOfCommunities,
  ...eventsExactly,
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
  ...faults,
  ...faultsOfRows,
  ...faultsOfDeliveries,
  ...rulings,
  ...rulingsChoices,
  ...rulingsLimits,
  ...rulingsUndocumented,
];
