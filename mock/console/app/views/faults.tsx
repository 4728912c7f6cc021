import { useSignal, useSignalEffect } from '@preact/signals';
import type { ControlSchema } from '../../../../spec/index.ts';
import { read, tell } from '../api.ts';
import { t, translate } from '../language.ts';
import { Card } from '../parts/card.tsx';
import { worldName } from '../route.ts';
import { connection, faults, lines } from '../store.ts';

type Fault = ControlSchema<'Fault'>;
type Preset = ControlSchema<'FaultPreset'>;

/** What a list of faults tells in columns of its own. */
const TOLD = ['id', 'seen', 'fired', 'left', 'after', 'times', 'preset'];

/** The faults that are in force, and those that have a name. */
export function Faults() {
  return (
    <div class="column">
      <InForce />
      <Ready />
    </div>
  );
}

/** Those that strike; those that have struck as often as they were to are shown below. */
function InForce() {
  const spent = faults.value.filter(({ left }) => left === 0);
  const inForce = faults.value.filter(({ left }) => left !== 0);
  return (
    <Card title={t('faults-in-force')}>
      {inForce.length === 0 && <p class="quiet">{t('no-fault')}</p>}
      <FaultRows faults={inForce} />
      {spent.length > 0 && <h4>{t('faults-spent')}</h4>}
      <FaultRows faults={spent} />
      {faults.value.length > 1 && (
        <button
          type="button"
          class="small danger"
          onClick={() => tell('deleteFaults', 'DELETE', `/worlds/${worldName.value}/faults`)}
        >
          {t('take-all-away')}
        </button>
      )}
    </Card>
  );
}

function FaultRows({ faults }: { faults: readonly Fault[] }) {
  return (
    <ul class="plain">
      {faults.map((fault) => (
        <li key={fault.id} class="someone">
          <span class="grow">
            <strong>{fault.preset ?? fault.id}</strong> <code>{sayFault(fault)}</code>
            <br />
            <span class="quiet">
              {t('fired', { count: fault.fired })} ·{' '}
              {fault.left === null ? t('for-ever') : t('left', { count: fault.left })}
            </span>
          </span>
          <button
            type="button"
            class="small danger"
            aria-label={`${t('take-away')} ${fault.id}`}
            onClick={() => tell('deleteFault', 'DELETE', `/worlds/${worldName.value}/faults/${fault.id}`)}
          >
            {t('take-away')}
          </button>
        </li>
      ))}
    </ul>
  );
}

function sayFault(fault: Fault): string {
  return Object.entries(fault)
    .filter(([name]) => !TOLD.includes(name))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ')
    .slice(0, 200);
}

function Ready() {
  const presets = useSignal<readonly Preset[]>([]);
  useSignalEffect(() => {
    if (connection.value !== 'live') return;
    read('listFaultPresets', '/fault-presets').then(
      (answer) => {
        presets.value = answer.presets;
      },
      () => {},
    );
  });
  return (
    <Card title={t('ready-faults')}>
      <OneNumber />
      <ul class="plain presets">
        {presets.value.map((preset) => (
          <PresetRow key={preset.name} preset={preset} />
        ))}
      </ul>
    </Card>
  );
}

function PresetRow({ preset }: { preset: Preset }) {
  const group = useSignal('');
  const needsGroup = preset.needs === 'group';
  const inject = () =>
    tell('createFault', 'POST', `/worlds/${worldName.value}/faults`, {
      preset: preset.name,
      ...(needsGroup ? { group: group.value || [...lines.value.keys()][0] } : {}),
    });
  return (
    <li class="someone">
      <span class="grow">
        <strong>{preset.name}</strong>
        <br />
        <span class="quiet">{translate('presets', preset.name, preset.says)}</span>
        {needsGroup && (
          <select
            aria-label={t('group')}
            value={group.value || [...lines.value.keys()][0]}
            onChange={(event) => {
              group.value = event.currentTarget.value;
            }}
          >
            {[...lines.value.values()].slice(0, 500).map(({ jid, name }) => (
              <option key={jid} value={jid}>
                {name}
              </option>
            ))}
          </select>
        )}
      </span>
      <button type="button" class="small" aria-label={`${t('inject')} ${preset.name}`} onClick={inject}>
        {t('inject')}
      </button>
    </li>
  );
}

const CODES = [403, 401, 404, 408, 409, 500];

/** The row of one number fails when it is added. */
function OneNumber() {
  const participant = useSignal('');
  const code = useSignal('403');
  return (
    <form
      class="acts"
      onSubmit={(event) => {
        event.preventDefault();
        const rows = [{ participant: participant.value.replace(/\D/g, ''), code: Number(code.value) }];
        void tell('createFault', 'POST', `/worlds/${worldName.value}/faults`, {
          operation: 'addGroupParticipants',
          rows,
        });
      }}
    >
      <label>
        {t('row-refused')}{' '}
        <input
          type="text"
          inputMode="numeric"
          placeholder="5511966665555"
          value={participant.value}
          onInput={(event) => {
            participant.value = event.currentTarget.value;
          }}
        />
      </label>
      <select
        aria-label={t('row-code')}
        value={code.value}
        onChange={(event) => {
          code.value = event.currentTarget.value;
        }}
      >
        {CODES.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <button type="submit">{t('inject')}</button>
    </form>
  );
}
