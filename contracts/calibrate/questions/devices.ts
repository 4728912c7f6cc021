import { loadDocument } from '../../../spec/index.ts';
import type { FactName } from '../../language/facts.ts';
import { invalid } from '../../language/promises.ts';
import { type Question, statusOf } from '../question.ts';

const STATUSES = [503, 409, 400, 412];

/** What is answered while the device of the second account is disconnected. The one ruling decides the status of every operation. */
export const aboutDevices: readonly Question[] = [
  {
    id: 'device-not-ready',
    asks: 'Which status has the answer while the device is not connected?',
    recorded: 'any call',
    on: ['disconnected'],
    steps: [{ call: 'listGroups', as: 'second' }],
    answers: [
      ...STATUSES.map((status) => ({
        when: { status, body: { error_code: 'DEVICE_NOT_READY' } },
        means: { 'ruling device-not-ready': String(status), 'schema DeviceNotReadyError': 'yes' },
      })),
      {
        when: { known: { 'stage.disconnected': { $type: 'number' } } },
        means: { 'status disconnectDevice 200': '{{stage.disconnected}}' },
      },
    ],
    also: statusesOfDevices(),
  },
  {
    id: 'request-or-device',
    asks: 'What is told first of a path without a JID while the device is not connected?',
    on: ['disconnected'],
    steps: [{ call: 'getGroup', as: 'second', path: { jid: 'nothing' } }],
    answers: [
      { when: invalid, means: { 'ruling request-or-device': 'request' } },
      ...STATUSES.map((status) => ({
        when: { status, body: { error_code: 'DEVICE_NOT_READY' } },
        means: { 'ruling request-or-device': 'device' },
      })),
    ],
  },
  {
    id: 'connected-again',
    asks: 'What is answered when a device is connected again?',
    on: ['disconnected'],
    steps: [{ call: 'connectDevice', as: 'second' }],
    answers: [statusOf('status connectDevice 200')],
    also: ['schema DeviceChange'],
  },
];

/** The statuses that operations have only because the ruling can choose them. */
function statusesOfDevices(): FactName[] {
  const { operations } = loadDocument();
  return operations.flatMap(({ id, replies }) =>
    [...replies]
      .filter(([status, ref]) => STATUSES.includes(status) && ref.includes('/DeviceNotReady'))
      .map(([status]) => `status ${id} ${status}` as FactName),
  );
}
