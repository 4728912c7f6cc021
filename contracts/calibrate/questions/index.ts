import type { Question } from '../question.ts';
import { aboutCommunities, aboutTheEnd } from './communities.ts';
import { aboutDevices } from './devices.ts';
import { aboutGroups } from './groups.ts';
import { aboutLeaving } from './leaving.ts';
import { aboutLimits, aboutNumbers } from './numbers.ts';
import { aboutBodies, aboutRequests } from './requests.ts';

/** Every question, in the order in which it is asked: what is cheap first, and what ends something last. */
export const QUESTIONS: readonly Question[] = [
  ...aboutRequests,
  ...aboutGroups,
  ...aboutCommunities,
  ...aboutNumbers,
  ...aboutLimits,
  ...aboutLeaving,
  ...aboutDevices,
  ...aboutTheEnd,
  ...aboutBodies,
];
