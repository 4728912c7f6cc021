import type { Faker } from '@faker-js/faker';

/** Names as groups and people have them. */
export interface Names {
  person(): string;
  group(): string;
  community(): string;
  topic(): string;
}

/** Names that follow from what the faker was seeded with; those of groups are no longer than `limit` characters. */
export function createNames(faker: Faker, limit: number): Names {
  const cut = (text: string) => [...text].slice(0, limit).join('').trim() || 'x';
  return {
    person: () => faker.person.fullName(),
    group: () =>
      cut(
        faker.helpers.arrayElement([
          () => `Família ${faker.person.lastName()}`,
          () => `${faker.company.name()}`,
          () => `Turma ${faker.number.int({ min: 100, max: 999 })}`,
          () => `${faker.location.city()} ${faker.word.noun()}`,
          () => `Amigos de ${faker.person.firstName()}`,
        ])(),
      ),
    community: () => cut(`Comunidade ${faker.location.city()}`),
    topic: () => faker.lorem.sentence(),
  };
}

/**
 * A faker of our own: seeding it does not touch one that a test around us has seeded. It is loaded at its first use, in one
 * language: to load all of them holds other calls up for a quarter of a second.
 */
export async function loadFaker(seed: number): Promise<Faker> {
  const { faker } = await import('@faker-js/faker/locale/pt_BR');
  const FakerOf = faker.constructor as typeof Faker;
  return new FakerOf({ locale: faker.rawDefinitions, seed });
}
