import { signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ControlSchema } from '../../../../spec/index.ts';
import { read } from '../api.ts';
import { toPhone } from '../formats.ts';
import { t } from '../language.ts';
import { Avatar } from '../parts/avatar.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { goTo, hrefOf, route, worldName } from '../route.ts';
import { accounts, revision } from '../store.ts';

type Person = ControlSchema<'Person'>;

const search = signal('');

/** Everybody who was met, and a way to be anybody else. */
export function People() {
  const people = useSignal<readonly Person[]>([]);
  useSignalEffect(() => {
    revision.value;
    read('listPeople', `/worlds/${worldName.value}/people`).then(
      (answer) => {
        people.value = answer.people;
      },
      () => {},
    );
  });
  const { what } = route.value;
  useEffect(() => {
    if (what !== '') search.value = '';
  }, [what]);
  const wanted = search.value.trim().toLowerCase();
  const digits = wanted.replace(/\D/g, '');
  const isFound = ({ phone, name, lid }: Person) =>
    name.toLowerCase().includes(wanted) || lid.includes(wanted) || (digits !== '' && phone.includes(digits));
  const found = people.value.filter(isFound);
  const isNumber = /^\d{10,15}$/.test(digits);
  const isNew = isNumber && !people.value.some(({ phone }) => phone === digits);
  const isAccount = (phone: string) => accounts.value.some((account) => account.phone === phone);
  return (
    <section class="tree" aria-label={t('people')}>
      <div class="tree-head">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const phone = isNumber ? digits : found[0]?.phone;
            if (phone !== undefined) goTo(hrefOf('phone', phone));
          }}
        >
          <input
            type="search"
            placeholder={t('search-people')}
            aria-label={t('search-people')}
            value={search.value}
            onInput={(event) => {
              search.value = event.currentTarget.value;
            }}
          />
        </form>
        {isNew ? (
          <a href={hrefOf('phone', digits)}>{t('be-new', { phone: toPhone(digits) })}</a>
        ) : (
          <p class="quiet">{t('be-hint')}</p>
        )}
      </div>
      <VirtualList items={found} height={54} label={t('people')} keyOf={({ phone }) => phone}>
        {({ phone, name }, tabIndex) => (
          <a
            class="row"
            href={hrefOf('phone', phone)}
            tabIndex={tabIndex}
            aria-current={route.value.what === phone ? 'true' : undefined}
          >
            <Avatar id={phone} name={name || phone.slice(-2)} kind="person" />
            <span class="row-text">
              <span class="row-name">
                <bdi>{name || toPhone(phone)}</bdi>
              </span>
              {name !== '' && <span class="row-more quiet">{toPhone(phone)}</span>}
            </span>
            {isAccount(phone) && <span class="badge">{t('account')}</span>}
          </a>
        )}
      </VirtualList>
    </section>
  );
}
