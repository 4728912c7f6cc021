import type { Case } from './case.ts';
import { auth } from './cases/auth.ts';
import { errors } from './cases/errors.ts';
import { errorsFields } from './cases/errors-fields.ts';
import { errorsRequests } from './cases/errors-requests.ts';
import { groups } from './cases/groups.ts';
import { groupsLeaving } from './cases/groups-leaving.ts';
import { groupsReading } from './cases/groups-reading.ts';
import { invites } from './cases/invites.ts';
import { invitesJoining } from './cases/invites-joining.ts';
import { invitesPrivate } from './cases/invites-private.ts';
import { roles } from './cases/roles.ts';
import { settings } from './cases/settings.ts';
import { settingsMedia } from './cases/settings-media.ts';
import { settingsTogether } from './cases/settings-together.ts';

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
  ...invites,
  ...invitesPrivate,
  ...invitesJoining,
  ...errorsFields,
  ...errors,
  ...errorsRequests,
];
