import type { ControlSchema } from '../../../../spec/index.ts';
import { tell } from '../api.ts';
import { t } from '../language.ts';
import { Card } from '../parts/card.tsx';
import { worldName } from '../route.ts';

type Person = ControlSchema<'Person'>;

const ADDABLE = ['everyone', 'contacts', 'nobody'] as const;

/** Row codes that adding somebody can always give, as the magic numbers have it. */
const CODES = [401, 402, 403, 404, 408, 409, 417, 419, 421, 500] as const;

/** What somebody is like; each change is a call of its own. */
export function Traits({ person }: { person: Person }) {
  const change = (traits: ControlSchema<'Traits'>) =>
    void tell('updatePerson', 'PATCH', `/worlds/${worldName.value}/people/${person.phone}`, traits);
  const numbers = (text: string) => text.split(/[\s,;]+/).filter((one) => one !== '');
  return (
    <Card title={t('traits')}>
      <div class="form">
        <label>
          {t('calls-themselves')}
          <input
            type="text"
            maxLength={100}
            value={person.name}
            placeholder={t('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </label>
        <label class="switch">
          <input
            type="checkbox"
            checked={person.on_whatsapp}
            onChange={(event) => change({ on_whatsapp: event.currentTarget.checked })}
          />
          {t('on-whatsapp')}
        </label>
        <label class="switch">
          <input
            type="checkbox"
            checked={person.phone_known}
            onChange={(event) => change({ phone_known: event.currentTarget.checked })}
          />
          {t('phone-known')}
        </label>
        <label>
          {t('addable-by')}
          <select
            value={person.addable_by}
            onChange={(event) =>
              change({ addable_by: ADDABLE.find((one) => one === event.currentTarget.value) ?? 'everyone' })
            }
          >
            {ADDABLE.map((one) => (
              <option key={one} value={one}>
                {t(`addable-${one}`)}
              </option>
            ))}
          </select>
        </label>
        {person.addable_by === 'contacts' && (
          <label>
            {t('contacts')}
            <input
              type="text"
              value={person.contacts.join(', ')}
              placeholder="5511966665555"
              onChange={(event) => change({ contacts: numbers(event.currentTarget.value) })}
            />
          </label>
        )}
        <label>
          {t('blocked')}
          <input
            type="text"
            value={person.blocked.join(', ')}
            placeholder="5511966665555"
            onChange={(event) => change({ blocked: numbers(event.currentTarget.value) })}
          />
        </label>
        <label>
          {t('always-refused')}
          <select
            value={String(person.always_refused ?? '')}
            onChange={(event) => {
              const code = CODES.find((one) => String(one) === event.currentTarget.value);
              change({ always_refused: code ?? null });
            }}
          >
            <option value="">{t('no')}</option>
            {CODES.map((code) => (
              <option key={code} value={code}>
                {code === 408 ? `408, ${t('left-recently')}` : code}
              </option>
            ))}
          </select>
        </label>
      </div>
    </Card>
  );
}
