import { signal, useSignal, useSignalEffect } from '@preact/signals';
import type { ControlSchema } from '../../../../spec/index.ts';
import { read, tell } from '../api.ts';
import { toPhone } from '../formats.ts';
import { t, translate } from '../language.ts';
import { Card } from '../parts/card.tsx';
import { Copy } from '../parts/copy.tsx';
import { Sure } from '../parts/sure.tsx';
import { goTo, worldName } from '../route.ts';
import { accounts, connection, loadWorlds, world, worlds } from '../store.ts';

type Scenario = ControlSchema<'Scenario'>;

/** The world that is looked at, its tokens, what it can be filled with, and the other worlds. */
export function Worlds() {
  return (
    <main class="pane">
      <h2 class="unseen">{t('worlds')}</h2>
      <div class="cards">
        <div class="column">
          {connection.value === 'live' && <ThisWorld />}
          <Others />
        </div>
        <div class="column">
          {connection.value === 'live' && <Tokens />}
          {connection.value === 'live' && <Scenarios />}
        </div>
      </div>
    </main>
  );
}

function ThisWorld() {
  const at = `/worlds/${worldName.value}`;
  const one = world.value;
  const rulings = Object.entries(one?.rulings ?? {});
  const save = async () => {
    const { snapshot } = await read('getSnapshot', `${at}/snapshot`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify({ snapshot })], { type: 'application/json' }));
    link.download = `wuts-mock-${worldName.value}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const restore = async (file: File | undefined) => {
    if (file === undefined) return;
    const { snapshot } = JSON.parse(await file.text());
    await tell('putSnapshot', 'PUT', `${at}/snapshot`, { snapshot });
  };
  return (
    <Card title={t('this-world', { name: worldName.value })}>
      <dl>
        <div>
          <dt>{t('seed')}</dt>
          <dd>{one?.seed}</dd>
        </div>
        <div>
          <dt>{t('groups')}</dt>
          <dd>{one?.groups}</dd>
        </div>
        <div>
          <dt>{t('ttl')}</dt>
          <dd>{one?.ttl_seconds == null ? t('no') : `${one.ttl_seconds} s`}</dd>
        </div>
      </dl>
      <details>
        <summary>{t('rulings')}</summary>
        <dl>
          {rulings.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p class="acts">
        <button type="button" onClick={save}>
          {t('snapshot-save')}
        </button>
        <label class="file">
          {t('snapshot-restore')}
          <input
            type="file"
            accept="application/json"
            class="unseen"
            onChange={(event) => restore(event.currentTarget.files?.[0])}
          />
        </label>
        <Sure
          says={t('reset')}
          asks={t('reset-sure')}
          onSure={() => tell('resetWorld', 'POST', `${at}/reset`)}
        />
      </p>
    </Card>
  );
}

const shown = signal(false);

function Tokens() {
  return (
    <Card title={t('tokens')}>
      <p class="acts">
        <span class="quiet">{t('tokens-say')}</span>
        <button
          type="button"
          class="small"
          aria-pressed={shown.value}
          onClick={() => {
            shown.value = !shown.value;
          }}
        >
          {t(shown.value ? 'hide' : 'show')}
        </button>
      </p>
      <ul class="plain">
        {accounts.value.map(({ phone, token }) => (
          <li key={phone} class="someone">
            <span class="grow">
              {toPhone(phone)}
              <br />
              <code>{shown.value ? token : '••••••••-••••-••••-••••-••••••••••••'}</code>
            </span>
            <Copy text={token} label={t('copy-token')} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Scenarios() {
  const scenarios = useSignal<readonly Scenario[]>([]);
  useSignalEffect(() => {
    read('listScenarios', '/scenarios').then(
      (answer) => {
        scenarios.value = answer.scenarios;
      },
      () => {},
    );
  });
  return (
    <Card title={t('scenarios')}>
      <ul class="plain">
        {scenarios.value.map(({ name, says }) => (
          <li key={name} class="someone">
            <span class="grow">
              <strong>{name}</strong>
              <br />
              <span class="quiet">{translate('scenarios', name, says)}</span>
            </span>
            <span class="acts">
              <button
                type="button"
                class="small"
                aria-label={`${t('fill')} ${name}`}
                onClick={() =>
                  tell('seedWorld', 'POST', `/worlds/${worldName.value}/seed`, { scenario: name })
                }
              >
                {t('fill')}
              </button>
              <button
                type="button"
                class="small"
                aria-label={`${t('new-world')} ${name}`}
                onClick={() => createWorld({ scenario: name as 'school' })}
              >
                {t('new-world')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function createWorld(wanted: ControlSchema<'NewWorld'>): Promise<void> {
  const made = await tell('createWorld', 'POST', '/worlds', wanted);
  if (made !== undefined) goTo(`#/${encodeURIComponent(made.world)}/groups`);
}

async function endWorld(name: string): Promise<void> {
  // Left before it ends: its stream is cut with it.
  if (name === worldName.value) goTo('#/default/worlds');
  await tell('deleteWorld', 'DELETE', `/worlds/${name}`);
  await loadWorlds();
}

function Others() {
  const name = useSignal('');
  return (
    <Card title={t('worlds')}>
      <ul class="plain">
        {worlds.value.map((one) => (
          <li key={one.name} class="someone">
            <a class="grow" href={`#/${encodeURIComponent(one.name)}/groups`}>
              {one.name}
            </a>
            <span class="quiet">{t('group-count', { count: one.groups })}</span>
            {one.name !== 'default' && (
              <Sure
                says={t('end-world')}
                asks={t('end-sure')}
                label={`${t('end-world')} ${one.name}`}
                isSmall
                onSure={() => endWorld(one.name)}
              />
            )}
          </li>
        ))}
      </ul>
      <form
        class="acts"
        onSubmit={(event) => {
          event.preventDefault();
          void createWorld(name.value === '' ? {} : { name: name.value });
        }}
      >
        <input
          type="text"
          aria-label={t('name')}
          placeholder={t('name-of-world')}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <button type="submit">{t('new-world')}</button>
      </form>
    </Card>
  );
}
