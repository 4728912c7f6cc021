import type { ControlSchema } from '../../spec/index.ts';
import type { Settings } from '../world/index.ts';

/** The settings that a body names, by the names that the control plane has for them. */
export function toSettings(
  body: Pick<
    ControlSchema<'Act'>,
    'name' | 'topic' | 'announcement' | 'locked' | 'join_approval' | 'member_add_mode' | 'ephemeral_seconds'
  >,
): Partial<Settings> {
  const settings: { -readonly [Name in keyof Settings]?: Settings[Name] } = {};
  if (body.name !== undefined) settings.name = body.name;
  if (body.topic !== undefined) settings.topic = body.topic;
  if (body.announcement !== undefined) settings.announcement = body.announcement;
  if (body.locked !== undefined) settings.locked = body.locked;
  if (body.join_approval !== undefined) settings.joinApproval = body.join_approval;
  if (body.member_add_mode !== undefined) settings.memberAddMode = body.member_add_mode;
  if (body.ephemeral_seconds !== undefined) settings.ephemeralSeconds = body.ephemeral_seconds;
  return settings;
}
